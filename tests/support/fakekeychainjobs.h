// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/profiles/keychainjobs.h"

#include <QHash>
#include <QList>
#include <QTimer>

#include <chrono>
#include <utility>

namespace Telamon {

// A keychain that behaves as it is told; what it says in each state was seen with gnome-keyring.
class FakeKeychainJobs : public KeychainJobs {
public:
    enum class Behaviour {
        Open,
        Locked, // and nobody can be asked
        Refusing,
        RefusedByPerson,
        Empty, // and the person cancels the question for a new one
        Absent,
        NoBackend,
        Failing,
        Forgetful, // says that it has written, and has not
        Garbling, // gives back something else than was written
        Clinging, // says that it has removed, and has not
    };
    // Outlives the jobs; tests hold it and give the store a FakeKeychainJobs on it.
    struct Keychain {
        Behaviour behaviour = Behaviour::Open;
        std::chrono::milliseconds delay {0};
        bool isSilent = false; // never answers
        bool knowsItsState = true;
        QHash<QString, QByteArray> secrets {};
        QList<std::function<void()>> held {}; // while `holds` is set, answers wait here
        bool holds = false;
        int jobCount = 0;

        void release()
        {
            holds = false;
            for (const auto& answer : std::exchange(held, {}))
                answer();
        }
    };

    explicit FakeKeychainJobs(Keychain& keychain) : m_keychain(keychain) { }

    void read(const QString& key, QObject* context, Receiver receiver) override
    {
        later(context, [this, key, receiver = std::move(receiver)] {
            if (const Error wrong = failure(); wrong != Error::None)
                receiver(
                    {m_keychain.behaviour == Behaviour::Locked ? Error::NotFound : wrong, {}, text(wrong)});
            else if (!m_keychain.secrets.contains(key))
                receiver({Error::NotFound, {}, {}});
            else
                receiver({Error::None,
                    m_keychain.behaviour == Behaviour::Garbling ? QByteArray("else")
                                                                : m_keychain.secrets[key],
                    {}});
        });
    }
    void write(const QString& key, const QByteArray& secret, QObject* context, Receiver receiver) override
    {
        later(context, [this, key, secret, receiver = std::move(receiver)] {
            const Error wrong = failure();
            if (wrong == Error::None && m_keychain.behaviour != Behaviour::Forgetful)
                m_keychain.secrets.insert(key, secret);
            receiver({wrong, {}, text(wrong)});
        });
    }
    void remove(const QString& key, QObject* context, Receiver receiver) override
    {
        later(context, [this, key, receiver = std::move(receiver)] {
            // A locked keychain says that all went well, and deletes nothing.
            const Error wrong = m_keychain.behaviour == Behaviour::Locked ? Error::None : failure();
            if (m_keychain.behaviour == Behaviour::Open)
                m_keychain.secrets.remove(key);
            receiver({wrong, {}, text(wrong)});
        });
    }
    void askState(QObject* context, StateReceiver receiver) override
    {
        later(context, [this, receiver = std::move(receiver)] {
            receiver(!m_keychain.knowsItsState                  ? State::Unknown
                    : m_keychain.behaviour == Behaviour::Locked ? State::Locked
                    : m_keychain.behaviour == Behaviour::Empty  ? State::Empty
                    : m_keychain.behaviour == Behaviour::Absent ? State::Absent
                                                                : State::Open);
        });
    }

private:
    Error failure() const
    {
        switch (m_keychain.behaviour) {
        case Behaviour::Locked:
        case Behaviour::Refusing:
            return Error::Denied;
        case Behaviour::RefusedByPerson:
            return Error::DeniedByPerson;
        case Behaviour::NoBackend:
            return Error::NoBackend;
        case Behaviour::Empty:
        case Behaviour::Absent:
        case Behaviour::Failing:
            return Error::Other;
        case Behaviour::Open:
        case Behaviour::Forgetful:
        case Behaviour::Garbling:
        case Behaviour::Clinging:
            break;
        }
        return Error::None;
    }
    static QString text(Error error)
    {
        return error == Error::Other ? QStringLiteral("Unknown error") : QString();
    }
    void later(QObject* context, std::function<void()> answer)
    {
        ++m_keychain.jobCount;
        if (m_keychain.isSilent)
            return;
        QTimer::singleShot(m_keychain.delay, context, [this, answer = std::move(answer)] {
            if (m_keychain.holds)
                m_keychain.held.append(answer);
            else
                answer();
        });
    }

    Keychain& m_keychain;
};

} // namespace Telamon
