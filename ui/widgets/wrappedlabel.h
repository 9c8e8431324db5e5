// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace Telamon {

// Plain text in as many lines as it needs. Where there is room for fewer, the last of them ends in "…", and
// the tool tip has the whole.
class WrappedLabel : public QLabel {
    Q_OBJECT
public:
    explicit WrappedLabel(QWidget* parent = nullptr);

    bool isCut() const;
    QString shownText() const; // with its line ends, where it is cut

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
};

} // namespace Telamon
