use crate::sign_in::{HOME, INVITATION_LASTS};
use crate::store::{account, membership, operator, organisation, passkey, second_factor, session, sign_in};
use crate::telling::tell;
use crate::{NAME, address};
use bus::{Bus, Carrier};
use chrono::{DateTime, Utc};
use host::{Host, Purpose};
use proto::account::{Membership, Role, SignInChange, SignInRequested};
use proto::{AccountId, Language, SignInId};
use sea_orm::DbErr;

/// An account that can be signed in to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    pub account: AccountId,
    /// The address to sign in at, once. The same is sent by e-mail.
    pub address: String,
    pub expires_at: DateTime<Utc>,
    /// False when the person had this very role before.
    pub new_role: bool,
}

/// Why nobody was invited.
#[derive(Debug, thiserror::Error)]
pub enum InviteError {
    #[error("`{0}` is not an e-mail address")]
    Address(String),
    #[error("there is no organisation called `{0}`; import it first")]
    UnknownOrganisation(String),
    #[error("the account of `{0}` is disabled")]
    Disabled(String),
    #[error("the portal's database cannot be written")]
    Database(#[from] DbErr),
}

/// Gives somebody a role in an organisation, making an account for them where there is none, and has a link to sign in
/// with sent to them.
pub async fn invite(host: &Host, email: &str, organisation: &str, role: Role) -> Result<Invitation, InviteError> {
    let address = address::normalised(email).ok_or_else(|| InviteError::Address(email.to_owned()))?;
    let (bus, _) = Bus::build(NAME, host, &Carrier::in_process()).start();
    let work = bus.begin().await?;
    let Some(body) = organisation::with_slug(&work.tx, organisation).await? else {
        return Err(InviteError::UnknownOrganisation(organisation.to_owned()));
    };
    let account = match account::with_address(&work.tx, &address).await? {
        Some(account) if account.disabled => return Err(InviteError::Disabled(email.to_owned())),
        Some(account) => account,
        None => {
            let language = body.required_languages.first().copied().unwrap_or(Language::Nn);
            account::make(&work.tx, email.trim(), &address, language, work.now).await?
        }
    };
    let wanted = Membership { organisation: body.slug.clone(), role };
    let new_role = !account.roles.contains(&wanted);
    if new_role {
        membership::give(&work.tx, account.id, &wanted.organisation, role, work.now).await?;
        work.say(&account::changed(&work.tx, account.id).await?);
    }
    let expires_at = work.now + INVITATION_LASTS;
    let sign_in_id = sign_in::make(&work.tx, account.id, work.now, expires_at, HOME).await?;
    work.say(&SignInRequested {
        sign_in_id,
        account_id: account.id,
        organisation: body.slug,
        email: account.email,
        language: account.language,
        expires_at,
        invited: true,
    });
    work.commit().await?;
    Ok(Invitation { account: account.id, address: link(host, sign_in_id), expires_at, new_role })
}

/// Takes away somebody's app for codes and signs them out everywhere, for those who have lost both the phone and the codes on
/// paper; false when there was none. Whoever asks for it has to be known to the operator.
pub async fn forget_second_factor(host: &Host, email: &str) -> Result<bool, DbErr> {
    let Some(address) = address::normalised(email) else { return Ok(false) };
    let (bus, _) = Bus::build(NAME, host, &Carrier::in_process()).start();
    let work = bus.begin().await?;
    let forgotten = match account::with_address(&work.tx, &address).await? {
        Some(account) => {
            session::end_all(&work.tx, account.id.0, work.now).await?;
            let app = second_factor::remove(&work.tx, account.id).await?;
            let some = passkey::remove_all(&work.tx, account.id).await? || app;
            let change = if some { SignInChange::Reset } else { SignInChange::SignedOutEverywhere };
            tell(&work, &account, change, None, None);
            some
        }
        None => false,
    };
    work.commit().await?;
    Ok(forgotten)
}

/// Lets somebody who has an account see how the installation does, or no longer; false when there is no such account. Of them a
/// second proof is asked from now on.
pub async fn make_operator(host: &Host, email: &str, operates: bool) -> Result<bool, DbErr> {
    let Some(address) = address::normalised(email) else { return Ok(false) };
    let (now, tx) = (host.clock.now(), host.db.begin().await?);
    let found = account::with_address(&tx, &address).await?;
    if let Some(account) = &found {
        match operates {
            true => operator::give(&tx, account.id, now).await?,
            false => operator::take(&tx, account.id).await?,
        }
    }
    tx.commit().await?;
    Ok(found.is_some())
}

/// The address that signs in. Letters are given the same one.
fn link(host: &Host, id: SignInId) -> String {
    host.address(&format!("/arrangor/inn/{}", host.keys.token(Purpose::SignIn, id.0, SIGN_IN_GENERATION)))
}

/// A link to sign in with is never replaced by another of the same id.
const SIGN_IN_GENERATION: u16 = 0;
