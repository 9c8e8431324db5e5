// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QToolButton>

class QMenu;
class QSettings;

namespace Telamon {

class FilterBar;

// The filters that a person has saved for one kind of page, as a menu beside the filter. They are in the
// settings, under the page's id.
class SavedFilters : public QToolButton {
    Q_OBJECT
public:
    struct Entry {
        QString name;
        QString filter;
    };

    SavedFilters(QSettings& settings, const QByteArray& pageId, FilterBar& bar);

    QList<Entry> entries() const; // in the order they were saved
    void save(const QString& name, const QString& filter); // instead of one of the same name
    void remove(const QString& name);
    void openMenu(); // below the filter where the button has no room

private:
    void fill(QMenu& menu);
    void askForName();
    void write(const QList<Entry>& entries);

    QSettings& m_settings;
    QString m_key;
    FilterBar& m_bar;
};

} // namespace Telamon
