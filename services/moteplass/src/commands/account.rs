use crate::House;
use crate::print::line;
use anyhow::bail;
use proto::account::Role;

/// Invites somebody to sign in as an organiser. The letter goes out with the others; the link is printed as well, since
/// the first account is made before anybody can read letters.
pub async fn invite(house: &House, email: &str, organisation: &str, role: Role) -> anyhow::Result<()> {
    let invitation = portal::invite(&house.host("portal").await?, email, organisation, role).await?;
    line(format_args!("Sign in once before {}:", invitation.expires_at.format("%Y-%m-%d %H:%M UTC")));
    line(&invitation.address);
    Ok(())
}

/// Lets somebody see how the installation does, or no longer.
pub async fn make_operator(house: &House, email: &str, operates: bool) -> anyhow::Result<()> {
    match (portal::make_operator(&house.host("portal").await?, email, operates).await?, operates) {
        (true, true) => line(format_args!(
            "They see {} from the next time they sign in, for which they need an app for codes from now on.",
            house.settings.address("/drift/portal")
        )),
        (true, false) => line("They see it no longer, in ten minutes at the latest."),
        (false, _) => bail!("there is no account with this address; `moteplass account invite` makes one"),
    }
    Ok(())
}

/// Lets somebody sign in with a link alone, once, who has lost what they had besides.
pub async fn forget_second_factor(house: &House, email: &str) -> anyhow::Result<()> {
    match portal::forget_second_factor(&house.host("portal").await?, email).await? {
        true => line(format_args!(
            "The app is forgotten, and they are signed out everywhere. They can sign in with a link."
        )),
        false => line(format_args!("There is no account with this address, or it has no app.")),
    }
    Ok(())
}
