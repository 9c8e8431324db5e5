// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/journal/journal.h"
#include "tests/sandbox/rawclient.h"
#include "tests/sandbox/requests.h"
#include "tests/ui/consolefixture.h"
#include "ui/review/changedialog.h"

#include <QJsonDocument>
#include <QPointer>
#include <QTest>

#include <memory>

namespace Telamon {

// The console on a sandbox with a journal, as the program puts them together, and on it the dialog of any
// write of sampleWrites().
class WriteDesk {
public:
    explicit WriteDesk(bool isReadOnly);
    ~WriteDesk() { close(); }

    bool isReady() const { return m_places != nullptr; }
    // Waits until it has read how things are and asks for something. False: it did not.
    bool open(const SampleRequest& sample);
    void close() { delete dialog.data(); }
    QByteArray filled(const char* text) { return m_places->filled(text); }
    // For a person who wants to look: TELAMON_PICTURES names a folder, for the dialog's write in this state.
    void picture(const QString& what) const;
    // The same of the whole form, from its beginning, as many as it takes.
    void pictureOfWholeForm(const QString& what) const;
    static bool isPictured() { return qEnvironmentVariableIsSet("TELAMON_PICTURES"); }

    ConsoleFixture console;
    Journal* journal = nullptr;
    QPointer<ChangeDialog> dialog;

private:
    bool isReadingNames() const;

    std::unique_ptr<RawClient> m_raw;
    std::unique_ptr<Places> m_places; // null: it could not be set up
};

} // namespace Telamon
