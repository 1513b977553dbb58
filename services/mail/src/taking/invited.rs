//! Letters to people whom organisers invite.

use bus::Work;
use proto::RegistrationId;
use proto::invitation::{InvitationIssued, InvitationMailed};
use proto::registration::{Registration, State as Standing};
use sea_orm::DbErr;
use uuid::Uuid;

use super::others::known;
use super::{Hold, InHand, Surroundings, as_it_was, cannot, lease, wait_for};
use crate::composing::{self, Desk, Material};
use crate::made_of::MadeOf;
use crate::planning::Facts;
use crate::purpose::{Purpose, Skip};
use crate::store::{invitation, letter};

/// To somebody who is invited, for as long as they have not answered and there is something to sign up for.
pub(super) async fn to_invited(
    work: &Work,
    desk: Desk<'_>,
    around: &Surroundings,
    row: &letter::Model,
    issued: &InvitationIssued,
    hold: Hold,
) -> Result<Option<InHand>, DbErr> {
    let Some((event, organisation, cancelled)) = known(around, row) else {
        return wait_for(work, row, "the event is not known yet").await;
    };
    let how_far = invitation::find(&work.tx, issued.invitation_id).await?;
    let why = match how_far {
        Some(now) if now.ended => Some(Skip::Answered),
        Some(now) if now.revision > i64::from(issued.revision) => Some(Skip::Superseded),
        _ if cancelled => Some(Skip::EventCancelled),
        _ if work.now >= event.ends_at => Some(Skip::Over),
        _ if work.now >= event.sign_up.closes_at => Some(Skip::Expired),
        _ => None,
    };
    if let Some(why) = why {
        return letter::withdraw(&work.tx, &[row.id], why).await.map(|()| None);
    }
    let wordings = around.wordings.get(&event.id.0);
    let made_of = MadeOf::of_proposal(event, organisation, &issued.email).saying(wordings);
    if let Some(in_hand) = as_it_was(work, row, &made_of, hold).await? {
        return Ok(Some(in_hand));
    }
    let facts = Facts::Invited(Box::new(issued.clone()));
    // Only what letters to participants take from one: nobody is signed up by being invited.
    let person = Registration {
        id: RegistrationId(issued.invitation_id.0),
        event_id: issued.event_id,
        revision: issued.revision,
        generation: issued.generation,
        seq: 0,
        name: issued.name.clone(),
        email: issued.email.clone(),
        language: issued.language,
        state: Standing::Waiting,
        form: None,
        choices: Vec::new(),
        undecided: false,
    };
    let composed = composing::compose(
        desk,
        Material {
            letter: row.id,
            purpose: Purpose::Invitation,
            facts: Some(&facts),
            registration: &person,
            event,
            reason: None,
            note: None,
            attended: false,
            followed: None,
            rule: None,
            organisation,
            uid: "",
            sequence: 0,
            told: None,
            since: None,
            series: None,
            invited: false,
            references: None,
            notice: None,
            wordings,
            trial: false,
            now: work.now,
        },
    );
    match composed {
        Ok(composed) => lease(work, row, composed, None, made_of, hold).await.map(Some),
        Err(error) => cannot(work, row, error).await,
    }
}

/// Says what became of a letter, if it is one with an invitation: it was taken, or it will not be tried again.
pub(crate) async fn mailed(work: &Work, letter: Uuid, purpose: Purpose, trouble: Option<&str>) -> Result<(), DbErr> {
    if purpose != Purpose::Invitation {
        return Ok(());
    }
    if let Some((invitation_id, event_id)) = letter::invitation_of(&work.tx, letter).await? {
        let trouble = trouble.map(str::to_owned);
        work.say(&InvitationMailed { invitation_id, event_id, trouble, at: work.now });
    }
    Ok(())
}
