// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPlainTextEdit>

namespace Telamon {

struct DiffLine;

// JSON to read and to copy from, or what differs between two editions of it: a sign before every line, and a
// colour behind those that are not in both.
class JsonView : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit JsonView(const QString& title, QWidget* parent = nullptr);

    void showJson(const QByteArray& json);
    void showDiff(const QList<DiffLine>& lines);
};

} // namespace Telamon
