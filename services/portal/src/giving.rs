//! Giving roles and taking them back, within a transaction that holds the organisation.

use crate::roles::{Holder, MOST_EVENTS, Outcome, Scope, change};
use crate::sign_in::{Account, HOME, INVITATION_LASTS, LINKS_IN_WINDOW, RATE_WINDOW, role};
use crate::store::{account, event_role, membership, sign_in};
use bus::Work;
use proto::AccountId;
use proto::account::{Role, SignInRequested};
use sea_orm::DbErr;
use std::collections::HashMap;
use uuid::Uuid;

/// What became of a role that was to be another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Given {
    Done,
    Same,
    LastOwner,
    /// The account has roles in as many events as it may.
    TooMany,
}

/// Gives somebody a role, or takes it back, and says what the account may now.
pub(crate) async fn give(
    work: &Work,
    acting: AccountId,
    organisation: &str,
    whom: &Account,
    scope: Scope,
    wanted: Option<Role>,
) -> Result<Given, DbErr> {
    match scope {
        Scope::Organisation => match change(&holders(work, organisation).await?, acting, whom.id, wanted) {
            Outcome::Same => return Ok(Given::Same),
            Outcome::LastOwner => return Ok(Given::LastOwner),
            Outcome::Done => match wanted {
                Some(role) => membership::give(&work.tx, whom.id, organisation, role, work.now).await?,
                None => membership::take(&work.tx, whom.id, organisation).await?,
            },
        },
        Scope::Event(event) => {
            let here = whom.events.iter().find(|own| own.event == event && own.organisation == organisation);
            match wanted {
                wanted if here.map(|own| own.role) == wanted => return Ok(Given::Same),
                Some(_) if here.is_none() && whom.events.len() >= MOST_EVENTS => return Ok(Given::TooMany),
                Some(role) => event_role::give(&work.tx, whom.id, organisation, event, role, work.now).await?,
                None => event_role::take(&work.tx, whom.id, event).await?,
            }
        }
    }
    work.say(&account::changed(&work.tx, whom.id).await?);
    Ok(Given::Done)
}

/// Everybody with a role in the organisation, as the decision needs to know them.
async fn holders(work: &Work, organisation: &str) -> Result<Vec<Holder>, DbErr> {
    let rows = membership::of_organisation(&work.tx, organisation).await?;
    let accounts = account::rows(&work.tx, rows.iter().map(|row| row.account)).await?;
    let accounts: HashMap<Uuid, account::Model> = accounts.into_iter().map(|row| (row.id, row)).collect();
    let holder = |row: membership::Model| {
        let account = accounts.get(&row.account)?;
        let arrived = !account.disabled && arrived(account, row.given_at);
        Some(Holder { account: AccountId(row.account), role: role(&row.role)?, arrived })
    };
    Ok(rows.into_iter().filter_map(holder).collect())
}

/// True when the person has signed in since they were given a role. Earlier visits tell nobody here anything: who has an
/// account because of others is not to be found out by inviting them.
pub(crate) fn arrived(account: &account::Model, given_at: Option<chrono::DateTime<chrono::Utc>>) -> bool {
    account.signed_in_at.is_some_and(|at| given_at.is_none_or(|given| at >= given))
}

/// Has a link sent to somebody who was given a role, unless they have been sent enough for now.
pub(crate) async fn invite(work: &Work, organisation: &str, whom: &Account) -> Result<(), DbErr> {
    let sent = sign_in::sent_since(&work.tx, whom.id, work.now - RATE_WINDOW).await?;
    if whom.disabled || sent >= LINKS_IN_WINDOW {
        return Ok(());
    }
    let expires_at = work.now + INVITATION_LASTS;
    let sign_in_id = sign_in::make(&work.tx, whom.id, work.now, expires_at, HOME).await?;
    work.say(&SignInRequested {
        sign_in_id,
        account_id: whom.id,
        organisation: organisation.to_owned(),
        email: whom.email.clone(),
        language: whom.language,
        expires_at,
        invited: true,
    });
    Ok(())
}
