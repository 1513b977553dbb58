use crate::House;
use crate::print::line;
use proto::account::Role;

/// Invites somebody to sign in as an organiser. The letter goes out with the others; the link is printed as well, since
/// the first account is made before anybody can read letters.
pub async fn invite(house: &House, email: &str, organisation: &str, role: Role) -> anyhow::Result<()> {
    let invitation = portal::invite(&house.host("portal").await?, email, organisation, role).await?;
    line(format_args!("Sign in once before {}:", invitation.expires_at.format("%Y-%m-%d %H:%M UTC")));
    line(&invitation.address);
    Ok(())
}
