use crate::House;
use anyhow::bail;
use migrations::SERVICES;

/// Runs the named services, or all of them, until the program is told to stop.
pub async fn run(house: &House, named: &[String]) -> anyhow::Result<()> {
    let mut names = Vec::new();
    for name in named {
        match SERVICES.into_iter().find(|service| service == name) {
            Some(service) if !names.contains(&service) => names.push(service),
            Some(_) => {}
            None => bail!("no service is called `{name}`; there are {}", SERVICES.join(", ")),
        }
    }
    if names.is_empty() {
        names = SERVICES.to_vec();
    }
    let Some(_alone) = house.alone(&names)? else {
        bail!("another process serves {} already", house.settings.data.display());
    };
    // A small installation has nobody to prepare it. A large one has several processes and does it before they start.
    if house.settings.database.is_none() && !house.large() {
        house.prepare().await?;
    }
    let services = house.services(&names).await?;
    tracing::info!(services = names.join(" "), address = %house.settings.listen, "serving");
    house.serve(services).await
}
