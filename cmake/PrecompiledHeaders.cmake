# SPDX-License-Identifier: GPL-3.0-or-later
# Most of compiling a file is reading Qt's headers: the asan preset, whose compiler is Clang, reads them once per set and
# not once per file (2.4 to 3 times as quick; with GCC it does not pay). The sources include what they use all the same;
# the other presets compile without this and so see what they forget.
set(TELAMON_HEADERS_core
    <algorithm> <array> <chrono> <functional> <memory> <optional> <string> <utility> <vector>
    <QByteArray> <QCoreApplication> <QDateTime> <QDir> <QFile> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject> <QList>
    <QLocale> <QMap> <QNetworkAccessManager> <QNetworkReply> <QNetworkRequest> <QObject> <QPointer> <QRegularExpression>
    <QSet> <QString> <QStringList> <QTimer> <QUrl> <QUrlQuery> <QVariant>)
set(TELAMON_HEADERS_widgets
    ${TELAMON_HEADERS_core}
    <QAbstractItemModel> <QApplication> <QCheckBox> <QComboBox> <QDialog> <QHBoxLayout> <QHeaderView> <QKeyEvent> <QLabel>
    <QLineEdit> <QMainWindow> <QMenu> <QPainter> <QPlainTextEdit> <QPushButton> <QScrollArea> <QStackedLayout>
    <QStyledItemDelegate> <QToolButton> <QTreeView> <QVBoxLayout> <QWidget>)

foreach(set core widgets)
    add_library(telamon_headers_${set} OBJECT ${PROJECT_SOURCE_DIR}/cmake/precompiled.cpp)
    target_precompile_headers(telamon_headers_${set} PRIVATE ${TELAMON_HEADERS_${set}})
endforeach()
target_link_libraries(telamon_headers_core PRIVATE telamon_options Qt6::Core Qt6::Network)
target_link_libraries(telamon_headers_widgets PRIVATE telamon_options Qt6::Core Qt6::Network Qt6::Gui Qt6::Widgets)

# telamon_headers(TARGET core|widgets)
function(telamon_headers target set)
    target_precompile_headers(${target} REUSE_FROM telamon_headers_${set})
endfunction()
