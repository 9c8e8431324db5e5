// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>
#include <QUrl>

#include <optional>

// An X server of the bench's own, without a screen.
class XServer {
public:
    ~XServer();
    bool start(); // false: there is none on this machine
    QString display() const { return m_display; }

private:
    QProcess m_process;
    QString m_display;
};

// The sandbox in a process of its own.
class SandboxProcess {
public:
    ~SandboxProcess();
    bool start(int scale);
    QUrl baseUrl() const { return m_baseUrl; }
    QByteArray accessToken() const { return m_accessToken; }
    int requestCount();

private:
    QByteArray readLine();

    QProcess m_process;
    QUrl m_baseUrl;
    QByteArray m_accessToken;
};

// One run of a window program that tells of its first paint, with a HOME of its own and no keychain to reach.
class WindowProgram {
public:
    WindowProgram(const QString& file, const QString& display);
    ~WindowProgram();

    QString configFolder() const;
    void setEnvironment(const QString& name, const QString& value) { m_environment.insert(name, value); }
    // Milliseconds from its start to its first paint; nothing where it did not paint.
    std::optional<double> start(const QStringList& arguments = {});
    double residentMegabytes() const;
    double cpuTime() const; // milliseconds so far
    // Until it has used next to no processor for this long.
    bool waitUntilIdle(int milliseconds, int patience) const;
    void stop();

private:
    QString m_file;
    QTemporaryDir m_home;
    QProcessEnvironment m_environment;
    QProcess m_process;
};
