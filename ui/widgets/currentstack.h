// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStackedLayout>

namespace Telamon {

// A stack that needs as much room as what it shows: what is behind that does not hold a window wide or high.
class CurrentStack : public QStackedLayout {
    Q_OBJECT
public:
    using QStackedLayout::QStackedLayout;
    QSize minimumSize() const override;
    bool hasHeightForWidth() const override;
};

} // namespace Telamon
