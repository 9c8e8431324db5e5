// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace Telamon {

// A request body that can be read once. QNetworkAccessManager resends a request when the connection closes
// without an answer; a body that it cannot rewind is what keeps it from doing so, also where the body is
// empty.
class SequentialBody final : public QIODevice {
    Q_OBJECT
public:
    SequentialBody(QByteArray bytes, QObject* parent);

    bool isSequential() const override { return true; }
    bool reset() override { return false; }
    bool seek(qint64) override { return false; }
    bool atEnd() const override;
    qint64 bytesAvailable() const override;
    bool wasRead() const { return m_position > 0; }

protected:
    qint64 readData(char* data, qint64 maxSize) override;
    qint64 writeData(const char*, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_position = 0;
};

} // namespace Telamon
