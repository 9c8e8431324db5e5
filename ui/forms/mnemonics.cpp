// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/mnemonics.h"

#include "ui/forms/fieldrow.h"

#include <QAbstractButton>
#include <QTabBar>

namespace Telamon {

namespace {

bool isWordStart(const QString& text, int place)
{
    return place == 0 || !text.at(place - 1).isLetterOrNumber();
}

int freePlace(const QString& caption, const QSet<QChar>& taken, bool atWordStart)
{
    for (int i = 0; i < caption.size(); ++i) {
        const QChar letter = caption.at(i);
        const bool isKey = letter.unicode() < 128 && letter.isLetterOrNumber();
        if (isKey && (!atWordStart || isWordStart(caption, i)) && !taken.contains(letter.toLower()))
            return i;
    }
    return -1;
}

QSet<QChar> mnemonicsAround(const QWidget& form)
{
    QSet<QChar> taken;
    const QList<QAbstractButton*> buttons = form.window()->findChildren<QAbstractButton*>();
    for (const QAbstractButton* button : buttons) {
        if (!form.isAncestorOf(button))
            taken.insert(mnemonicOf(button->text()));
    }
    const QList<QTabBar*> bars = form.window()->findChildren<QTabBar*>();
    for (const QTabBar* bar : bars) {
        for (int i = 0; i < bar->count(); ++i)
            taken.insert(mnemonicOf(bar->tabText(i)));
    }
    return taken;
}

} // namespace

QChar mnemonicOf(const QString& text)
{
    for (int i = 0; i + 1 < text.size(); ++i) {
        if (text.at(i) != u'&')
            continue;
        if (text.at(i + 1) != u'&')
            return text.at(i + 1).toLower();
        ++i;
    }
    return {};
}

QList<int> mnemonicPlaces(const QStringList& captions, QSet<QChar> taken)
{
    QList<int> places;
    for (const QString& caption : captions) {
        int place = freePlace(caption, taken, true);
        if (place < 0)
            place = freePlace(caption, taken, false);
        if (place >= 0)
            taken.insert(caption.at(place).toLower());
        places.append(place);
    }
    return places;
}

void giveMnemonics(QWidget& form)
{
    QSet<QChar> taken = mnemonicsAround(form);
    QList<FieldRow*> without;
    QStringList captions;
    const QList<FieldRow*> rows = form.findChildren<FieldRow*>();
    for (FieldRow* row : rows) {
        if (!row->takesMnemonic() || !row->isVisibleTo(&form))
            continue;
        const QChar own = row->mnemonic();
        if (!own.isNull() && !taken.contains(own)) {
            taken.insert(own);
        } else {
            without.append(row);
            captions.append(row->caption());
        }
    }
    const QList<int> places = mnemonicPlaces(captions, taken);
    for (qsizetype i = 0; i < without.size(); ++i)
        without.at(i)->setMnemonic(places.at(i));
}

} // namespace Telamon
