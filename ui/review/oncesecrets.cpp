// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/review/oncesecrets.h"

#include "api/catalog/jsonpointer.h"
#include "api/catalog/operation.h"
#include "api/journal/maskeduse.h"
#include "ui/profiles/secretfield.h"

#include <QClipboard>
#include <QFormLayout>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QToolButton>

#include <memory>
#include <utility>

namespace Telamon {

namespace {

// What the form and the tables call the place.
QString titleAt(const Schema* schema, const QString& pointer)
{
    const QStringList tokens = pointerTokens(pointer);
    for (const QString& token : tokens) {
        if (schema)
            schema = schema->items ? schema->items : schema->property(token);
    }
    return schema && !schema->title.isEmpty() ? schema->title : tokens.value(tokens.size() - 1);
}

} // namespace

OnceSecrets::OnceSecrets(QWidget* parent) : QWidget(parent), m_lines(new QFormLayout(this))
{
    m_lines->setContentsMargins({});
    auto* note = new QLabel(
        tr("This is told only once. Copy it before you close this window: it is kept nowhere."), this);
    note->setTextFormat(Qt::PlainText);
    note->setWordWrap(true);
    m_lines->addRow(note);
    hide();
}

void OnceSecrets::showSecrets(const Operation& operation, const QByteArray& answer)
{
    m_untaken = 0;
    while (m_lines->rowCount() > 1)
        m_lines->removeRow(1);
    const QMap<QString, QString> secrets = secretsInAnswer(operation, answer);
    for (auto it = secrets.cbegin(); it != secrets.cend(); ++it)
        add(titleAt(operation.answerSchema(), it.key()), it.value());
    setVisible(!secrets.isEmpty());
}

void OnceSecrets::add(const QString& title, const QString& secret)
{
    auto* line = new QWidget(this);
    auto* field = new SecretField(line);
    field->edit()->setText(secret);
    field->edit()->setReadOnly(true);
    field->edit()->setAccessibleName(title);
    field->revealButton()->setAccessibleName(tr("Show %1").arg(title));
    auto* copy = new QPushButton(tr("Cop&y"), line);
    copy->setAutoDefault(false);
    copy->setAccessibleName(tr("Copy %1").arg(title));
    auto* layout = new QHBoxLayout(line);
    layout->setContentsMargins({});
    layout->addWidget(field, 1);
    layout->addWidget(copy);
    auto* label = new QLabel(title, this);
    label->setTextFormat(Qt::PlainText);
    label->setBuddy(field->edit());
    m_lines->addRow(label, line);
    ++m_untaken;
    const auto take = [this, isTaken = std::make_shared<bool>(false)] {
        if (!std::exchange(*isTaken, true) && --m_untaken == 0)
            Q_EMIT taken();
    };
    connect(field->revealButton(), &QAbstractButton::clicked, this, take);
    connect(copy, &QPushButton::clicked, this, take);
    connect(copy, &QPushButton::clicked, this, [copy, secret] {
        QGuiApplication::clipboard()->setText(secret);
        copy->setText(tr("Copied"));
    });
}

} // namespace Telamon
