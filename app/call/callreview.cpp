// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/call/callreview.h"

#include "api/records/plaintext.h"
#include "app/call/calloptions.h"
#include "models/review.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

struct CallReviewText {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

QString valueText(const QJsonValue& value)
{
    if (value.isUndefined())
        return CallReviewText::tr("(nothing)");
    // The document has no scalars: one in a list, without its brackets.
    const QByteArray json = QJsonDocument(QJsonArray {value}).toJson(QJsonDocument::Compact);
    return visibleText(QString::fromUtf8(json.mid(1, json.size() - 2)));
}

void addList(QString& text, const QString& title, const QStringList& sentences)
{
    if (sentences.isEmpty())
        return;
    text += title + u'\n';
    for (const QString& sentence : sentences)
        text += "  "_L1 + visibleText(sentence) + u'\n';
}

} // namespace

QString reviewText(const Review& review)
{
    QString text = visibleText(QString::fromLatin1(review.request.method)) + u' '
        + visibleText(QString::fromLatin1(review.request.target)) + u'\n';
    for (const auto& header : review.headers)
        text += QString::fromLatin1(header.first) + ": "_L1 + QString::fromLatin1(header.second) + u'\n';
    if (!review.maskedBody.isEmpty())
        text += u'\n' + QString::fromUtf8(review.maskedBody).trimmed() + u'\n';
    if (!review.leaves.isEmpty()) {
        text += u'\n' + CallReviewText::tr("What differs from now:") + u'\n';
        for (const ReviewLeaf& leaf : review.leaves)
            text += "  "_L1 + visibleText(leaf.pointer) + ": "_L1 + valueText(leaf.now) + " -> "_L1
                + valueText(leaf.proposed) + u'\n';
    }
    text += u'\n';
    addList(text, CallReviewText::tr("Warnings:"), review.warnings);
    addList(text, CallReviewText::tr("Notes:"), review.notes);
    addList(text, CallReviewText::tr("Any of these roles is enough:"), review.roles);
    if (!review.confirmText.isEmpty())
        text += CallReviewText::tr("To confirm: --confirm %1").arg(visibleText(review.confirmText)) + u'\n';
    return text.trimmed() + u'\n';
}

QString missingConfirmation(const Review& review, const CallOptions& options)
{
    using Class = Operation::WriteClass;
    QStringList why;
    QStringList missing;
    if (!review.confirmText.isEmpty() && options.confirmedName != review.confirmText) {
        why.append(CallReviewText::tr("This cannot be undone."));
        missing.append("--confirm "_L1 + review.confirmText);
    }
    const bool isDisruptive = review.operation->writeClass == Class::Disruptive;
    if ((isDisruptive || review.asksOnceMore) && !options.isConfirmed) {
        why.append(review.asksOnceMore ? review.onceMoreSentence : CallReviewText::tr("This is disruptive."));
        missing.append(u"--yes"_s);
    }
    if (missing.isEmpty())
        return {};
    const QString added = missing.join(CallReviewText::tr(" and "));
    return CallReviewText::tr("%1 To confirm, add %2. Nothing was sent.").arg(why.join(u' '), added);
}

} // namespace Telamon
