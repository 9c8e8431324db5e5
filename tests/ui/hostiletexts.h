// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

class QWidget;

namespace Telamon {

// Texts that a service, or somebody who may name a cluster there, could send to deceive or to break the
// window. Each contains the marker.
QList<QString> hostileTexts(const QString& pictureFile);
QString hostileMarker();

// The text as a JSON string, everything beyond ASCII as escapes, lone surrogates too.
QByteArray toJsonString(const QString& text);
// The same in UTF-8, with no more escapes than JSON demands.
QByteArray toRawJsonString(const QString& text);

// What a person could be deceived by in the widgets below `root` and in what they show: markup taken for
// markup, raw control characters, characters that reorder or hide text. Empty: nothing.
QStringList deceptionsIn(const QWidget& root);

// How often the marker is shown in views, labels and texts below `root`.
int hostileTextsShownIn(const QWidget& root);

} // namespace Telamon
