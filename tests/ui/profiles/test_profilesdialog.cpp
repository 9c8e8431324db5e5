// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/catalog/catalog.h"
#include "api/catalog/masking.h"
#include "api/http/requestlog.h"
#include "api/profiles/profilestore.h"
#include "tests/support/fakesecretstore.h"
#include "tests/support/testcatalog.h"
#include "tests/support/testprogram.h"
#include "tests/ui/profiles/dialogwalk.h"
#include "ui/profiles/profilesdialog.h"
#include "ui/widgets/messagebar.h"

#include <QLabel>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Telamon;
using namespace Qt::StringLiterals;

class TestProfilesDialog : public QObject {
    Q_OBJECT
    RequestLog m_log {maskedJson};
    QTemporaryDir m_folder;
    std::unique_ptr<ProfileStore> m_store;
    std::unique_ptr<FakeSecretStore> m_secrets;
    QPointer<ProfilesDialog> m_dialog;

    static Profile profileOf(const QString& id, const QString& name)
    {
        Profile profile;
        profile.id = id;
        profile.name = name;
        profile.baseUrl = QUrl(u"https://cloud.mongodb.com"_s);
        profile.publicId = u"mdb_sa_id_0123"_s;
        profile.colour = u"#cc3d3d"_s;
        return profile;
    }
    void fill()
    {
        for (const QString& name : {u"Production"_s, u"Staging"_s, u"<b>Bold</b>"_s}) {
            QCOMPARE(m_store->save(profileOf(name.toLower(), name)), QString());
            m_secrets->put(name.toLower(), Origin::of(QUrl(u"https://cloud.mongodb.com"_s)), "canary");
        }
    }
    void open()
    {
        auto* dialog = new ProfilesDialog(*m_store, {builtInCatalog(), m_log, *m_secrets}, nullptr);
        m_dialog = dialog;
        dialog->open();
        QVERIFY(QTest::qWaitForWindowActive(dialog));
    }
    QPushButton* button(const QString& text) const
    {
        for (QPushButton* each : m_dialog->findChildren<QPushButton*>()) {
            if (QString(each->text()).remove(u'&') == text)
                return each;
        }
        return nullptr;
    }
    bool hasSecret(const QString& id) const
    {
        return m_secrets->find(id, Origin::of(QUrl(u"https://cloud.mongodb.com"_s)));
    }

private Q_SLOTS:
    void init()
    {
        static int number = 0;
        m_store = std::make_unique<ProfileStore>(m_folder.filePath(u"%1/profiles.json"_s.arg(++number)));
        m_secrets = std::make_unique<FakeSecretStore>();
    }
    void cleanup() { delete m_dialog; }

    void anEmptyListExplainsWhatToDo()
    {
        open();
        QVERIFY(!m_dialog->list()->isVisible());
        QVERIFY(!button(u"Connect"_s)->isEnabled());
        QVERIFY(!button(u"Remove…"_s)->isEnabled());
        QString said;
        for (const QLabel* label : m_dialog->findChildren<QLabel*>())
            said += label->isVisible() ? label->text() : QString();
        for (const QString& word : {u"service account"_s, u"API key"_s, u"access list"_s, u"sandbox"_s})
            QVERIFY2(said.contains(word), qPrintable(word));
        QSignalSpy sandbox(m_dialog, &ProfilesDialog::sandboxRequested);
        QVERIFY(!button(u"Add…"_s)->isVisible() && !button(u"Open the sandbox"_s)->isVisible()); // once
        QCOMPARE(m_dialog->focusWidget(), button(u"Add a connection…"_s));
        QTest::mouseClick(button(u"Look around in the sandbox"_s), Qt::LeftButton);
        QCOMPARE(sandbox.count(), 1);
        QTRY_VERIFY(!m_dialog);
    }

    void theKeyboardConnects()
    {
        fill();
        QCOMPARE(m_store->noteUsed(u"staging"_s), QString());
        open();
        QCOMPARE(m_dialog->list()->currentRow(), 1); // the last used one
        QList<Profile> wanted;
        connect(m_dialog, &ProfilesDialog::connectRequested, this,
            [&wanted](const Profile& profile) { wanted.append(profile); });
        QTest::keyClick(m_dialog->list(), Qt::Key_Up);
        QTest::keyClick(m_dialog->list(), Qt::Key_Return);
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().id, u"production"_s);
        QTRY_VERIFY(!m_dialog);
    }

    void showsWhatMattersAsPlainText()
    {
        fill();
        QCOMPARE(m_store->noteUsed(u"staging"_s), QString());
        open();
        const QListWidget* list = m_dialog->list();
        QCOMPARE(list->count(), 3);
        QVERIFY(list->item(0)->text().contains(u"https://cloud.mongodb.com"_s));
        QVERIFY(list->item(0)->text().contains(u"not used yet"_s));
        QVERIFY(list->item(1)->text().contains(u"last used"_s));
        QVERIFY(list->item(2)->text().contains(u"<b>Bold</b>"_s));
        QVERIFY(!list->item(0)->icon().isNull());
        QVERIFY(!list->item(0)->data(Qt::AccessibleTextRole).toString().contains(u'\n'));
        QCOMPARE(namelessControls(*m_dialog), QStringList());
    }

    void removingAsksFirst()
    {
        fill();
        open();
        m_dialog->list()->setCurrentRow(1);
        m_dialog->list()->setFocus();
        QTest::keyClick(m_dialog->list(), Qt::Key_Delete);
        QPointer<QMessageBox> box = m_dialog->findChild<QMessageBox*>();
        QVERIFY(box);
        QCOMPARE(box->textFormat(), Qt::PlainText);
        QTest::keyClick(box, Qt::Key_Escape);
        QTRY_VERIFY(!box);
        QCOMPARE(m_store->profiles().size(), 3);
        QVERIFY(hasSecret(u"staging"_s));

        QTest::mouseClick(button(u"Remove…"_s), Qt::LeftButton);
        box = m_dialog->findChild<QMessageBox*>();
        QVERIFY(box);
        const QList<QAbstractButton*> choices = box->buttons();
        for (QAbstractButton* each : choices) {
            if (box->buttonRole(each) == QMessageBox::DestructiveRole)
                QTest::mouseClick(each, Qt::LeftButton);
        }
        QCOMPARE(m_store->profiles().size(), 2);
        QVERIFY(!m_store->find(u"staging"_s));
        QVERIFY(!hasSecret(u"staging"_s));
        QCOMPARE(m_dialog->list()->currentRow(), 1); // the next one
    }

    void addsEditsAndDuplicates()
    {
        open();
        QTest::mouseClick(button(u"Add a connection…"_s), Qt::LeftButton);
        QPointer<ProfileDialog> editor = m_dialog->findChild<ProfileDialog*>();
        QVERIFY(editor);
        Q_EMIT editor->saved(profileOf(u"new"_s, u"New"_s), "canary-new");
        QCOMPARE(m_dialog->list()->count(), 1);
        QVERIFY(m_dialog->list()->isVisible());
        QVERIFY(button(u"Connect"_s)->isEnabled());
        QVERIFY(button(u"Add…"_s)->isVisible() && button(u"Open the sandbox"_s)->isVisible());
        QVERIFY(hasSecret(u"new"_s));
        delete editor;
        m_dialog->list()->setFocus();
        QTest::keyClick(m_dialog->list(), Qt::Key_F2);
        editor = m_dialog->findChild<ProfileDialog*>();
        QVERIFY(editor && editor->windowTitle().contains(u"New"_s));
        delete editor;
        QTest::mouseClick(button(u"Duplicate…"_s), Qt::LeftButton);
        editor = m_dialog->findChild<ProfileDialog*>();
        QVERIFY(editor);
        for (QPushButton* each : editor->findChildren<QPushButton*>()) {
            if (QString(each->text()).remove(u'&') == u"Save"_s)
                QTest::mouseClick(each, Qt::LeftButton);
        }
        QCOMPARE(m_store->profiles().size(), 1); // a copy asks for a secret of its own
    }

    void saysWhatTheKeychainDidNotDo()
    {
        fill();
        m_secrets->outcome = SecretStore::Outcome::NoKeychain;
        open();
        ProfileDialog* editor = m_dialog->editProfile(profileOf(u"new"_s, u"New"_s));
        Q_EMIT editor->saved(profileOf(u"new"_s, u"New"_s), "canary-new");
        const auto* message = m_dialog->findChild<MessageBar*>();
        QTRY_COMPARE(message->text(), m_secrets->failure);
        QCOMPARE(m_store->profiles().size(), 4); // the profile is kept all the same
    }
};

TELAMON_WIDGET_TEST(TestProfilesDialog)
#include "test_profilesdialog.moc"
