// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/place.h"

#include <QList>
#include <QWidget>

class QHBoxLayout;

namespace Telamon {

// The places around the one shown, outermost first, each a button that leads there.
class PathBar : public QWidget {
    Q_OBJECT
public:
    struct Part {
        QString name; // as the service has it
        Place place;
    };

    explicit PathBar(QWidget* parent = nullptr);
    void setParts(const QList<Part>& parts);
    int inset() const { return m_inset; } // how far in its first text stands, button or not
    void setSentence(const QString& sentence); // instead of a path, where nothing is around

Q_SIGNALS:
    void placeChosen(const Telamon::Place& place);

private:
    void clear();
    QHBoxLayout* m_layout;
    int m_inset = 0;
};

} // namespace Telamon
