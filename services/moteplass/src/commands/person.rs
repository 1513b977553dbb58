use super::import;
use crate::House;
use crate::print::line;
use registration::person::What;
use registration::store::registration::State;

/// Lists what is held about an e-mail address.
pub async fn find(house: &House, email: &str) -> anyhow::Result<()> {
    let held = registration::person::find(&house.host(registration::NAME).await?, email).await?;
    for one in &held {
        let what = match one.what {
            What::Following => "follows",
            What::Invited => "invited",
            What::SignUp(State::Admitted) => "admitted",
            What::SignUp(State::Waiting) => "waiting",
            What::SignUp(State::Offered) => "offered",
            What::SignUp(State::Withdrawn) => "withdrawn",
            What::SignUp(State::Undecided) => "undecided",
        };
        line(format_args!("{what:9}  {}  since {}  {}", one.id, one.since.format("%Y-%m-%d"), one.slug));
    }
    if held.is_empty() {
        line("Nothing is held about this address as a participant.");
    }
    Ok(())
}

/// Writes all that is held about an e-mail address.
pub async fn export(house: &House, email: &str) -> anyhow::Result<()> {
    let held = registration::person::export(&house.host(registration::NAME).await?, email).await?;
    line(serde_json::to_string_pretty(&held)?);
    Ok(())
}

/// Deletes all that is held about an e-mail address, and sees to it that the other services hear of it.
pub async fn erase(house: &House, email: &str) -> anyhow::Result<()> {
    let (sign_ups, series) = registration::person::erase(&house.host(registration::NAME).await?, email).await?;
    import::carry(house).await?;
    line(format_args!("Deleted: {sign_ups} sign-ups, and {series} series or networks that were followed."));
    Ok(())
}
