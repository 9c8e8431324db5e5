// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/savedfilters.h"

#include "api/records/plaintext.h"
#include "ui/widgets/filterbar.h"
#include "ui/widgets/theme.h"

#include <QGuiApplication>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QTextDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {
constexpr int LongestFilterName = 60; // characters

// What a menu shows letter for letter.
QString menuText(const QString& name)
{
    return visibleText(name, LongestFilterName).replace(u'&', "&&"_L1);
}

auto named(const QString& name)
{
    return [name](const SavedFilters::Entry& entry) { return entry.name == name; };
}
} // namespace

SavedFilters::SavedFilters(QSettings& settings, const QByteArray& pageId, FilterBar& bar)
    : QToolButton(&bar), m_settings(settings), m_key(u"filters/"_s + QString::fromLatin1(pageId)), m_bar(bar)
{
    setIcon(themedIcon(u"bookmark"_s));
    setAutoRaise(true);
    setAccessibleName(tr("Saved filters"));
    setToolTip(tr("Saved filters (Ctrl+Shift+F)"));
    connect(this, &QToolButton::clicked, this, &SavedFilters::openMenu);
    bar.addBeside(this);
}

QList<SavedFilters::Entry> SavedFilters::entries() const
{
    QList<Entry> entries;
    const int count = m_settings.beginReadArray(m_key);
    for (int i = 0; i < count; ++i) {
        m_settings.setArrayIndex(i);
        const Entry entry {m_settings.value("name").toString(), m_settings.value("filter").toString()};
        if (!entry.name.isEmpty())
            entries.append(entry);
    }
    m_settings.endArray();
    return entries;
}

void SavedFilters::write(const QList<Entry>& entries)
{
    m_settings.remove(m_key);
    m_settings.beginWriteArray(m_key, int(entries.size()));
    for (int i = 0; i < int(entries.size()); ++i) {
        m_settings.setArrayIndex(i);
        m_settings.setValue("name", entries.at(i).name);
        m_settings.setValue("filter", entries.at(i).filter);
    }
    m_settings.endArray();
}

void SavedFilters::save(const QString& name, const QString& filter)
{
    QList<Entry> kept = entries();
    const auto found = std::find_if(kept.begin(), kept.end(), named(name));
    if (found != kept.end())
        found->filter = filter;
    else
        kept.append({name, filter});
    write(kept);
}

void SavedFilters::remove(const QString& name)
{
    QList<Entry> kept = entries();
    kept.removeIf(named(name));
    write(kept);
}

void SavedFilters::openMenu()
{
    if (!m_bar.isVisible())
        return; // there is nothing to filter
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fill(*menu);
    const QWidget* above = isVisible() ? static_cast<const QWidget*>(this) : m_bar.lineEdit();
    menu->popup(above->mapToGlobal(QPoint(0, above->height())));
    const QList<QAction*> actions = menu->actions();
    const auto first = std::find_if(actions.cbegin(), actions.cend(),
        [](const QAction* action) { return action->isEnabled() && !action->isSeparator(); });
    if (first != actions.cend())
        menu->setActiveAction(*first);
}

void SavedFilters::fill(QMenu& menu)
{
    const QString filter = m_bar.text().trimmed();
    QAction* save = menu.addAction(tr("&Save this filter…"));
    save->setEnabled(!filter.isEmpty() && m_bar.mistake().isEmpty());
    if (!m_bar.mistake().isEmpty()) // why it is off; what was typed is no markup
        save->setToolTip(Qt::convertFromPlainText(m_bar.mistake()));
    save->setStatusTip(m_bar.mistake());
    menu.setToolTipsVisible(true);
    connect(save, &QAction::triggered, this, &SavedFilters::askForName);
    menu.addSeparator();
    const QList<Entry> saved = entries();
    for (const Entry& entry : saved) {
        QAction* action = menu.addAction(menuText(entry.name));
        action->setCheckable(true);
        action->setChecked(entry.filter == filter);
        connect(action, &QAction::triggered, this, [this, text = entry.filter] { m_bar.setText(text); });
    }
    if (saved.isEmpty()) {
        menu.addAction(tr("No filter is saved for this page"))->setEnabled(false);
        return;
    }
    menu.addSeparator();
    QMenu* removing = menu.addMenu(tr("&Remove"));
    for (const Entry& entry : saved) {
        const QAction* action = removing->addAction(menuText(entry.name));
        connect(action, &QAction::triggered, this, [this, name = entry.name] { remove(name); });
    }
}

// The filter itself stands there as a name: Enter is enough.
void SavedFilters::askForName()
{
    const QString filter = m_bar.text().trimmed();
    auto* dialog = new QInputDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save this filter"));
    dialog->setLabelText(tr("&Name"));
    dialog->setTextValue(filter);
    // As wide as its title, to which the system adds the program's name and its buttons.
    const QString title = dialog->windowTitle() + u" — "_s + QGuiApplication::applicationDisplayName();
    if (auto* edit = dialog->findChild<QLineEdit*>())
        edit->setMinimumWidth(fontMetrics().horizontalAdvance(title) + fontMetrics().height() * 12);
    connect(dialog, &QInputDialog::textValueSelected, this, [this, filter](const QString& text) {
        const QString name = text.simplified();
        save(name.isEmpty() ? filter : name, filter);
    });
    dialog->open();
}

} // namespace Telamon
