// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/exportdialog.h"

#include "ui/widgets/messagebar.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>

#include <array>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

using Format = ExportChoice::Format;

struct FormatEntry {
    Format format;
    const char* label; // QT_TRANSLATE_NOOP("ExportDialog", ...)
    const char* suffix;
};

constexpr std::array formats {
    FormatEntry {Format::Csv, QT_TRANSLATE_NOOP("ExportDialog", "CSV, for spreadsheets"), "csv"},
    FormatEntry {Format::Json, QT_TRANSLATE_NOOP("ExportDialog", "JSON, the records as they came"), "json"},
    FormatEntry {Format::Markdown, QT_TRANSLATE_NOOP("ExportDialog", "Markdown, a table for texts"), "md"},
};

QString suffixOf(Format format)
{
    for (const FormatEntry& entry : formats) {
        if (entry.format == format)
            return QString::fromLatin1(entry.suffix);
    }
    return {};
}

bool isKnownSuffix(const QString& suffix)
{
    for (const FormatEntry& entry : formats) {
        if (suffix.compare(QLatin1StringView(entry.suffix), Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

} // namespace

ExportDialog::ExportDialog(const Offer& offer, QWidget* parent)
    : QDialog(parent),
      m_offer(offer),
      m_format(new QComboBox(this)),
      m_rows(new QComboBox(this)),
      m_columns(new QComboBox(this)),
      m_file(new QLineEdit(this)),
      m_note(new QLabel(this)),
      m_message(new MessageBar(this)),
      m_buttons(new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Export table"));
    for (const FormatEntry& entry : formats)
        m_format->addItem(tr(entry.label), int(entry.format));
    m_format->setCurrentIndex(m_format->findData(int(offer.format)));
    const QLocale locale;
    m_rows->addItem(tr("Rows shown (%1)").arg(locale.toString(offer.shownRows)), false);
    m_rows->addItem(tr("All rows (%1)").arg(locale.toString(offer.allRows)), true);
    m_columns->addItem(tr("Columns shown (%1)").arg(offer.shownColumns.size()), false);
    m_columns->addItem(tr("All columns (%1)").arg(offer.columnCount), true);
    m_file->setText(
        QDir::toNativeSeparators(QDir(offer.folder).filePath(offer.name + u'.' + suffixOf(offer.format))));
    buildLayout();
    connect(m_format, &QComboBox::currentIndexChanged, this, &ExportDialog::takeFormat);
    connect(m_file, &QLineEdit::textChanged, this, &ExportDialog::updateNotes);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &ExportDialog::exportNow);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    updateNotes();
    m_format->setFocus(Qt::OtherFocusReason);
}

void ExportDialog::buildLayout()
{
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setMinimumHeight(fontMetrics().lineSpacing() * 3);
    m_note->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    auto* choose = new QPushButton(tr("C&hoose…"), this);
    choose->setAutoDefault(false);
    connect(choose, &QPushButton::clicked, this, &ExportDialog::chooseFile);
    auto* file = new QHBoxLayout;
    file->addWidget(m_file, 1);
    file->addWidget(choose);
    m_file->setMinimumWidth(fontMetrics().averageCharWidth() * 50);
    auto* form = new QFormLayout;
    form->addRow(tr("&Format:"), m_format);
    form->addRow(tr("&Rows:"), m_rows);
    form->addRow(tr("&Columns:"), m_columns);
    auto* fileLabel = new QLabel(tr("Fi&le:"), this);
    fileLabel->setBuddy(m_file);
    m_file->setAccessibleName(tr("File"));
    form->addRow(fileLabel, file);
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(m_message);
    layout->addLayout(form);
    layout->addWidget(m_note);
    layout->addStretch(1);
    layout->addWidget(m_buttons);
}

ExportChoice ExportDialog::choice() const
{
    ExportChoice choice;
    choice.format = Format(m_format->currentData().toInt());
    choice.ofAllRows = m_rows->currentData().toBool();
    if (m_columns->currentData().toBool()) {
        for (int column = 0; column < m_offer.columnCount; ++column)
            choice.columns.append(column);
    } else {
        choice.columns = m_offer.shownColumns;
    }
    const QString typed = QDir::fromNativeSeparators(m_file->text().trimmed());
    if (!typed.isEmpty())
        choice.file = QDir::cleanPath(QDir(m_offer.folder).absoluteFilePath(typed));
    return choice;
}

// The file's ending follows the format, as long as it is one of ours.
void ExportDialog::takeFormat()
{
    const QString typed = m_file->text();
    const QString old = QFileInfo(typed).suffix();
    if (isKnownSuffix(old))
        m_file->setText(typed.chopped(old.size()) + suffixOf(choice().format));
    updateNotes();
}

QString ExportDialog::mistake() const
{
    const QString file = choice().file;
    if (file.isEmpty())
        return tr("A file is missing.");
    const QFileInfo info(file);
    if (info.exists() && !info.isFile())
        return tr("%1 is not a file.").arg(QDir::toNativeSeparators(file));
    if (!QFileInfo(info.absolutePath()).isDir())
        return tr("There is no folder %1.").arg(QDir::toNativeSeparators(info.absolutePath()));
    return {};
}

void ExportDialog::updateNotes()
{
    m_message->hide();
    const ExportChoice chosen = choice();
    const bool isJson = chosen.format == Format::Json;
    m_columns->setEnabled(!isJson);
    QStringList notes;
    if (isJson)
        notes.append(m_offer.hasManySources
                ? tr("Each row is an object that holds what each list told of it, by the list's name.")
                : tr("Each row is the record as the service sent it."));
    if (chosen.format == Format::Csv)
        notes.append(tr("Times are UTC. An apostrophe stands before what a spreadsheet would calculate."));
    if (chosen.format == Format::Markdown)
        notes.append(tr("Times are UTC. Nothing in a cell becomes a link or a picture."));
    notes.append(tr("Secrets are left out."));
    const bool isReplacing = !chosen.file.isEmpty() && QFileInfo(chosen.file).isFile();
    if (isReplacing)
        notes.append(tr("The file exists and will be replaced."));
    m_note->setText(notes.join(u'\n'));
    m_buttons->button(QDialogButtonBox::Save)->setText(isReplacing ? tr("R&eplace") : tr("&Export"));
}

void ExportDialog::chooseFile()
{
    const ExportChoice chosen = choice();
    auto* dialog = new QFileDialog(this, tr("Export table"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // this dialog says it, and asks with its button
    dialog->setDefaultSuffix(suffixOf(chosen.format));
    dialog->setDirectory(chosen.file.isEmpty() ? m_offer.folder : QFileInfo(chosen.file).absolutePath());
    dialog->selectFile(QFileInfo(chosen.file).fileName());
    connect(dialog, &QFileDialog::fileSelected, this,
        [this](const QString& file) { m_file->setText(QDir::toNativeSeparators(file)); });
    dialog->open();
}

void ExportDialog::exportNow()
{
    if (const QString wrong = mistake(); !wrong.isEmpty()) {
        m_message->showMessage(MessageBar::Kind::Failure, wrong);
        m_file->setFocus(Qt::OtherFocusReason);
        return;
    }
    Q_EMIT chosen(choice());
    accept();
}

} // namespace Telamon
