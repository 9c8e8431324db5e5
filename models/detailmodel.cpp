// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/detailmodel.h"

#include "api/records/plaintext.h"
#include "models/celltext.h"
#include "models/fieldwords.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStringList>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Telamon {

namespace {

constexpr int depthLimit = 64; // deeper values are shown as JSON text

bool isLeaf(const QJsonValue& value)
{
    return !value.isObject() && !value.isArray();
}

QString jsonText(const QJsonValue& value)
{
    const QJsonDocument document =
        value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    return QString::fromUtf8(document.toJson(QJsonDocument::Indented));
}

// {"href": "https://…", "rel": "self"}
bool isLink(const QJsonValue& value)
{
    const QJsonObject object = value.toObject();
    return object.contains("href"_L1) && object.contains("rel"_L1);
}

bool isLinks(const QString& name, const QJsonValue& value)
{
    const QJsonArray array = value.toArray();
    return name == "links"_L1 && !array.isEmpty() && std::all_of(array.cbegin(), array.cend(), isLink);
}

// Where a field stands: what a record is called, then how it is, then the rest as it comes.
int placeOf(const QString& name)
{
    static const QStringList first {
        u"name"_s, u"username"_s, u"eventTypeName"_s, u"status"_s, u"stateName"_s, u"state"_s};
    const qsizetype place = first.indexOf(name);
    return place < 0 ? int(first.size()) : int(place);
}

// What an entry of a list is called: by a name of its own, or what it is one of. The second of a name has its
// number too.
QStringList entryTitles(const QJsonArray& entries, const QString& title)
{
    static const QStringList ofEntries {u"name"_s, u"key"_s, u"regionName"_s, u"zoneName"_s, u"hostname"_s,
        u"username"_s, u"emailAddress"_s, u"replicaSetName"_s, u"fieldName"_s, u"externalGroupName"_s};
    QStringList titles;
    for (qsizetype i = 0; i < entries.size(); ++i) {
        const QJsonObject entry = entries.at(i).toObject();
        const auto own = std::find_if(ofEntries.cbegin(), ofEntries.cend(),
            [&entry](const QString& field) { return !entry.value(field).toString().isEmpty(); });
        const QString name = own == ofEntries.cend() ? QString() : entry.value(*own).toString();
        if (title.isEmpty() && name.isEmpty())
            titles.append(QString::number(i + 1));
        else if (name.isEmpty())
            titles.append(DetailModel::tr("%1 %2").arg(singularWords(title)).arg(i + 1));
        else
            titles.append(titles.contains(name) ? DetailModel::tr("%1 (%2)").arg(name).arg(i + 1) : name);
    }
    return titles;
}

QString plainTexts(const QJsonArray& array)
{
    QStringList texts;
    for (const QJsonValue& element : array)
        texts.append(plainValue(element));
    return texts.join(u", "_s);
}

// Nothing for what is no time.
QDateTime timeOf(const QJsonValue& value)
{
    const QString text = value.toString();
    const bool isLikeTime = text.size() >= 19 && text.size() <= 35 && text[4] == u'-' && text[10] == u'T';
    return isLikeTime ? QDateTime::fromString(text, Qt::ISODateWithMs) : QDateTime();
}

// In local time, and UTC below it.
QString timeToolTip(const QDateTime& time)
{
    return time.isValid() ? DetailModel::tr("%1 local time").arg(momentText(time.toMSecsSinceEpoch())) + u'\n'
            + time.toUTC().toString(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s)
                          : QString();
}

} // namespace

DetailModel::DetailModel(QObject* parent) : QAbstractItemModel(parent), m_root(std::make_unique<Node>())
{
}

DetailModel::~DetailModel() = default;

void DetailModel::setValue(const QJsonValue& value, const FieldTitles& titles)
{
    beginResetModel();
    m_root = std::make_unique<Node>();
    m_root->value = value;
    fill(*m_root, titles, titles.root(), 0);
    endResetModel();
}

void DetailModel::setNow(qint64 msecsSinceEpoch)
{
    if (std::exchange(m_now, msecsSinceEpoch) != msecsSinceEpoch)
        renewAges({});
}

void DetailModel::renewAges(const QModelIndex& parent)
{
    const int rows = rowCount(parent);
    if (rows == 0)
        return;
    Q_EMIT dataChanged(
        index(0, ValueColumn, parent), index(rows - 1, ValueColumn, parent), {Qt::DisplayRole});
    for (int row = 0; row < rows; ++row)
        renewAges(index(row, NameColumn, parent));
}

void DetailModel::fill(Node& node, const FieldTitles& titles, int place, int depth)
{
    if (depth > depthLimit)
        return;
    const auto add = [&](const QString& name, const QString& title, const QJsonValue& value, bool isElement) {
        const int below = isElement ? titles.element(place) : titles.field(place, name);
        auto child = std::make_unique<Node>();
        child->name = name;
        child->title = title;
        child->isWord = titles.isWord(isLeaf(value) ? below : titles.element(below));
        child->value = value;
        child->parent = &node;
        child->row = int(node.children.size());
        child->isElement = isElement;
        fill(*child, titles, below, depth + 1);
        node.children.push_back(std::move(child));
    };
    if (node.value.isObject()) {
        const QJsonObject object = node.value.toObject();
        // Plain values before groups: what a person looks for first stands on top.
        QStringList names = object.keys();
        std::stable_sort(names.begin(), names.end(), [&object](const QString& a, const QString& b) {
            const bool isGroup = !isLeaf(object.value(a));
            const bool isOtherGroup = !isLeaf(object.value(b));
            return isGroup != isOtherGroup ? isOtherGroup : placeOf(a) < placeOf(b);
        });
        for (const QString& name : std::as_const(names)) {
            if (!isLinks(name, object.value(name)))
                add(name, titles.title(place, name), object.value(name), false);
        }
    } else if (node.value.isArray()) {
        const QJsonArray array = node.value.toArray();
        if (std::all_of(array.cbegin(), array.cend(), isLeaf))
            return; // shown in one line by the parent
        const QStringList entries = entryTitles(array, node.title);
        for (qsizetype i = 0; i < array.size(); ++i)
            add(QString::number(i + 1), entries.at(i), array.at(i), true);
    }
}

const DetailModel::Node* DetailModel::node(const QModelIndex& index) const
{
    return index.isValid() ? static_cast<const Node*>(index.constInternalPointer()) : m_root.get();
}

// As a person reads it.
QString DetailModel::shownText(const Node& node) const
{
    const QJsonValue& value = node.value;
    if (value.isNull() || value.isUndefined())
        return tr("not set");
    const qint64 now = m_now.value_or(QDateTime::currentMSecsSinceEpoch());
    if (m_words && node.parent == m_root.get()) {
        if (QString words = m_words(node.name, m_root->value.toObject(), now); !words.isEmpty())
            return words;
    }
    if (const QDateTime time = timeOf(value); time.isValid()) {
        const qint64 moment = time.toMSecsSinceEpoch();
        return tr("%1 · %2").arg(momentText(moment), ageText(moment, now));
    }
    if (isLeaf(value))
        return valueWords(node.name, value, node.isWord);
    if (value.isObject())
        return value.toObject().isEmpty() ? tr("empty") : QString();
    const QJsonArray array = value.toArray();
    if (array.isEmpty())
        return tr("none");
    if (std::all_of(array.cbegin(), array.cend(), isLeaf)) {
        QStringList texts;
        for (const QJsonValue& element : array)
            texts.append(valueWords(node.name, element, node.isWord));
        return texts.join(u", "_s);
    }
    return array.size() == 1 ? tr("1 entry") : tr("%1 entries").arg(array.size());
}

// What the service calls it, where that is something else.
QString DetailModel::toolTip(const Node& node, int column) const
{
    if (column == NameColumn)
        return node.isElement || node.name == node.title ? QString() : node.name;
    if (const QDateTime time = timeOf(node.value); time.isValid())
        return timeToolTip(time);
    if (node.value.isNull() || !node.children.empty())
        return {};
    const QString sent = isLeaf(node.value) ? plainValue(node.value) : plainTexts(node.value.toArray());
    return sent == shownText(node) ? QString() : sent;
}

QModelIndex DetailModel::index(int row, int column, const QModelIndex& parent) const
{
    const Node* above = node(parent);
    if (row < 0 || column < 0 || column >= ColumnCount || row >= int(above->children.size()))
        return {};
    return createIndex(row, column, above->children[size_t(row)].get());
}

QModelIndex DetailModel::parent(const QModelIndex& index) const
{
    const Node* above = index.isValid() ? node(index)->parent : nullptr;
    return above == nullptr || above == m_root.get() ? QModelIndex() : createIndex(above->row, 0, above);
}

int DetailModel::rowCount(const QModelIndex& parent) const
{
    return parent.column() > 0 ? 0 : int(node(parent)->children.size());
}

int DetailModel::columnCount(const QModelIndex& /*parent*/) const
{
    return ColumnCount;
}

QVariant DetailModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid())
        return {};
    const Node& node = *this->node(index);
    switch (role) {
    case Qt::DisplayRole:
        return visibleText(index.column() == NameColumn ? node.title : shownText(node));
    case Qt::ToolTipRole:
        return visibleText(toolTip(node, index.column()));
    case CopyRole:
        return isLeaf(node.value) ? plainValue(node.value) : jsonText(node.value);
    case PointerRole: {
        QString pointer;
        for (const Node* at = &node; at->parent; at = at->parent) {
            QString token = at->isElement ? QString::number(at->row) : at->name;
            pointer.prepend(u'/' + token.replace(u'~', "~0"_L1).replace(u'/', "~1"_L1));
        }
        return pointer;
    }
    default:
        return {};
    }
}

QVariant DetailModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == NameColumn ? tr("Field") : tr("Value");
}

} // namespace Telamon
