// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QSocketNotifier;

namespace Telamon {

// Asks to quit when the system or a terminal does, so that the program ends as it does by hand: drafts are
// kept, and what was only for this run is removed. The same signal a second time ends it at once. One that is
// ignored (nohup) stays so. Elsewhere than on Unix it says nothing. One per process.
class QuitSignals : public QObject {
    Q_OBJECT
public:
    explicit QuitSignals(QObject* parent = nullptr);
    ~QuitSignals() override;

Q_SIGNALS:
    void quitRequested();

private:
    void take();

    QSocketNotifier* m_notifier = nullptr;
    int m_readEnd = -1;
};

} // namespace Telamon
