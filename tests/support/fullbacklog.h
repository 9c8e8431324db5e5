// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>
#include <QUrl>

namespace Telamon {

// A listening port on 127.0.0.1 whose queue is full: a connection to it neither succeeds nor fails.
class FullBacklog : public QTcpServer {
    Q_OBJECT
public:
    explicit FullBacklog(QObject* parent = nullptr);
    QUrl url() const;
};

} // namespace Telamon
