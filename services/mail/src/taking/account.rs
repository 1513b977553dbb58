//! Letters to organisers about their own accounts.

use bus::Work;
use proto::Language;
use proto::account::SignInChanged;
use sea_orm::DbErr;

use super::{Hold, InHand, Surroundings, as_it_was, cannot, lease, wait_for};
use crate::composing::{self, Desk};
use crate::made_of::MadeOf;
use crate::planning::SignIn;
use crate::purpose::Skip;
use crate::store::letter;

/// A link to sign in with, as long as it works.
pub(super) async fn to_enter(
    work: &Work,
    desk: Desk<'_>,
    around: &Surroundings,
    row: &letter::Model,
    asked: &SignIn,
    hold: Hold,
) -> Result<Option<InHand>, DbErr> {
    if work.now >= asked.expires_at {
        return letter::withdraw(&work.tx, &[row.id], Skip::Expired).await.map(|()| None);
    }
    let Some(organisation) = around.organisations.get(&asked.organisation) else {
        return wait_for(work, row, "the organisation is not known yet").await;
    };
    let made_of = MadeOf::of_organisation(organisation, &asked.email);
    if let Some(in_hand) = as_it_was(work, row, &made_of, hold).await? {
        return Ok(Some(in_hand));
    }
    let language = row.language.parse().unwrap_or(Language::Nn);
    match composing::compose_sign_in(desk, row.id, language, asked, organisation, work.now) {
        Ok(composed) => lease(work, row, composed, None, made_of, hold).await.map(Some),
        Err(error) => cannot(work, row, error).await,
    }
}

/// What is different about how they sign in. It never comes too late: who knows nothing of it has to.
pub(super) async fn to_owner(
    work: &Work,
    desk: Desk<'_>,
    around: &Surroundings,
    row: &letter::Model,
    changed: &SignInChanged,
    hold: Hold,
) -> Result<Option<InHand>, DbErr> {
    let Some(organisation) = around.organisations.get(&changed.organisation) else {
        return wait_for(work, row, "the organisation is not known yet").await;
    };
    let made_of = MadeOf::of_organisation(organisation, &changed.email);
    if let Some(in_hand) = as_it_was(work, row, &made_of, hold).await? {
        return Ok(Some(in_hand));
    }
    match composing::compose_sign_in_changed(desk, row.id, changed, organisation, work.now) {
        Ok(composed) => lease(work, row, composed, None, made_of, hold).await.map(Some),
        Err(error) => cannot(work, row, error).await,
    }
}
