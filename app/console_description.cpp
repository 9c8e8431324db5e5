// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console.h"
#include "models/apidescription.h"

#include <QFileDialog>

// The API description of the person's own, in Console's hands.

using namespace Qt::StringLiterals;

namespace Telamon {

void Console::offerApiDescription()
{
    m_window->setApiDescriptionKnown(!ApiDescription::remembered(m_settings).isEmpty());
    connect(m_window.get(), &MainWindow::apiDescriptionRequested, this, &Console::chooseApiDescription);
    connect(m_window.get(), &MainWindow::apiDescriptionForgotten, this, [this] {
        if (catalog())
            m_description->forget();
        m_window->setApiDescriptionKnown(false);
        m_window->showNotice(tr("Only the built-in operations are known now."));
    });
}

void Console::addApiDescription()
{
    m_description = new ApiDescription(*m_catalog, m_settings, this);
    connect(m_description, &ApiDescription::said, m_window.get(), &MainWindow::showNotice);
    connect(m_description, &ApiDescription::added, m_window.get(),
        [this] { m_window->setApiDescriptionKnown(true); });
    m_description->addRemembered();
}

void Console::chooseApiDescription()
{
    auto* dialog = new QFileDialog(m_window.get(), tr("API description"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("OpenAPI documents (*.json)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        if (catalog())
            m_description->add(file);
    });
    dialog->open();
}

} // namespace Telamon
