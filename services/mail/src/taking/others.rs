//! Letters to people who need not be signed up: those who speak, and those who would like to.

use bus::Work;
use proto::FollowerId;
use proto::conference::ProposalAnswered;
use proto::event::Event;
use proto::gathering::DelegationInvited;
use proto::organisation::Organisation;
use proto::series::SeriesFollowed;
use sea_orm::DbErr;

use super::{Hold, InHand, Surroundings, as_it_was, as_made, cannot, lease, new_uid, wait_for};
use crate::composing::{self, Desk};
use crate::made_of::MadeOf;
use crate::mime::Method;
use crate::planning::{Facts, Speaking};
use crate::purpose::Skip;
use crate::speaking::composing::{Material, compose};
use crate::speaking::{self, News};
use crate::store::follower::Follower;
use crate::store::speaker::Held;
use crate::store::{follower, letter, speaker, speaker_entry};

pub(super) async fn to_speaker(
    work: &Work,
    desk: Desk<'_>,
    around: &Surroundings,
    row: &letter::Model,
    about: &Speaking,
    hold: Hold,
) -> Result<Option<InHand>, DbErr> {
    let (id, occurrence) = (about.speaker, about.occurrence);
    let speaker = match speaker::hold(&work.tx, id).await? {
        Held::Known(speaker) => speaker,
        // What comes of it is known when they are done.
        Held::Busy => return Ok(None),
        Held::Erased => return letter::withdraw(&work.tx, &[row.id], Skip::Erased).await.map(|()| None),
    };
    let Some((event, organisation, cancelled)) = known(around, row) else {
        return wait_for(work, row, "the event is not known yet").await;
    };
    let mut entry = speaker_entry::hold(&work.tx, id, occurrence, || new_uid(desk)).await?;
    // What only this letter said, and nobody can have received, has not been told.
    let unheard = row.sequence.is_some() && row.sequence == entry.sequence && row.dot_at.is_none();
    let told = match unheard {
        true => about.since.as_deref().cloned(),
        false => entry.told.clone().filter(|_| entry.method.as_deref() == Some(Method::Request.word())),
    };
    let news = speaking::news(&speaker, occurrence, told.as_ref(), cancelled, work.now);
    let organiser = told.as_ref().map_or(&organisation.sender, |told| &told.organiser_address);
    let made_of = MadeOf::of_speaker(event, &speaker, organisation, organiser);
    if let Some(in_hand) = as_it_was(work, row, &made_of, hold).await? {
        return Ok(Some(in_hand));
    }
    let Some(news) = news else {
        // What was told is what these bytes say, and they have not gone out yet.
        let over = told.is_none_or(|told| work.now >= told.ends_at);
        if let (Some(bytes), Some(then)) = (&row.raw, MadeOf::read(row.made_of.as_deref()).filter(|_| !over)) {
            return as_made(work, row, bytes, then, hold).await.map(Some);
        }
        return letter::withdraw(&work.tx, &[row.id], Skip::NothingChanged).await.map(|()| None);
    };
    let since = told.clone().map(Box::new);
    letter::remember(&work.tx, row.id, &Facts::Speaking(Speaking { since, ..about.clone() })).await?;
    let invited = letter::speaker_invited(&work.tx, id, occurrence).await?;
    let dropped = matches!(news, News::Dropped { .. });
    if dropped && !invited {
        // They were never told that they were expected.
        entry.method = None;
        speaker_entry::keep(&work.tx, &entry).await?;
        return letter::withdraw(&work.tx, &[row.id], Skip::NothingChanged).await.map(|()| None);
    }
    let references = letter::first_to_speaker(&work.tx, id).await?;
    let sequence = entry.next_sequence();
    let material = Material {
        letter: row.id,
        speaker: &speaker,
        news,
        event,
        cancelled,
        organisation,
        uid: &entry.uid,
        sequence,
        invited,
        references: references.as_deref(),
        now: work.now,
    };
    let (composed, now_told) = match compose(desk, material) {
        Ok(made) => made,
        Err(error) => return cannot(work, row, error).await,
    };
    let sequence = composed.calendar.map(|method| {
        entry.sequence = Some(i64::from(sequence));
        entry.method = Some(method.word().to_owned());
        i64::from(sequence)
    });
    if now_told.is_some() {
        entry.told = now_told;
    }
    speaker_entry::keep(&work.tx, &entry).await?;
    lease(work, row, composed, sequence, made_of, hold).await.map(Some)
}

pub(super) async fn to_proposer(
    work: &Work,
    desk: Desk<'_>,
    around: &Surroundings,
    row: &letter::Model,
    answer: &ProposalAnswered,
    hold: Hold,
) -> Result<Option<InHand>, DbErr> {
    let Some((event, organisation, _)) = known(around, row) else {
        return wait_for(work, row, "the event is not known yet").await;
    };
    let made_of = MadeOf::of_proposal(event, organisation, &answer.email);
    if let Some(in_hand) = as_it_was(work, row, &made_of, hold).await? {
        return Ok(Some(in_hand));
    }
    match composing::compose_proposal(desk, row.id, answer, event, organisation, work.now) {
        Ok(composed) => lease(work, row, composed, None, made_of, hold).await.map(Some),
        Err(error) => cannot(work, row, error).await,
    }
}

/// To somebody who acts for a delegation. There is nothing to ask for once the event has begun, or is cancelled.
pub(super) async fn to_holder(
    work: &Work,
    desk: Desk<'_>,
    around: &Surroundings,
    row: &letter::Model,
    invited: &DelegationInvited,
    hold: Hold,
) -> Result<Option<InHand>, DbErr> {
    let Some((event, organisation, cancelled)) = known(around, row) else {
        return wait_for(work, row, "the event is not known yet").await;
    };
    if cancelled || work.now >= event.starts_at {
        let why = if cancelled { Skip::EventCancelled } else { Skip::Over };
        return letter::withdraw(&work.tx, &[row.id], why).await.map(|()| None);
    }
    let made_of = MadeOf::of_proposal(event, organisation, &invited.email);
    if let Some(in_hand) = as_it_was(work, row, &made_of, hold).await? {
        return Ok(Some(in_hand));
    }
    match composing::compose_delegation(desk, row.id, invited, event, organisation, work.now) {
        Ok(composed) => lease(work, row, composed, None, made_of, hold).await.map(Some),
        Err(error) => cannot(work, row, error).await,
    }
}

/// To somebody who is signed up for a whole series, as long as they are.
pub(super) async fn to_follower(
    work: &Work,
    desk: Desk<'_>,
    around: &Surroundings,
    row: &letter::Model,
    (id, organisation, again): (FollowerId, &str, bool),
    hold: Hold,
) -> Result<Option<InHand>, DbErr> {
    let Some(followed) = still_follows(work, row, id).await? else { return Ok(None) };
    let Some(organisation) = around.organisations.get(organisation) else {
        return wait_for(work, row, "the organisation is not known yet").await;
    };
    let made_of = MadeOf::of_organisation(organisation, &followed.email);
    if let Some(in_hand) = as_it_was(work, row, &made_of, hold).await? {
        return Ok(Some(in_hand));
    }
    match composing::compose_followed(desk, row.id, &followed, again, organisation, work.now) {
        Ok(composed) => lease(work, row, composed, None, made_of, hold).await.map(Some),
        Err(error) => cannot(work, row, error).await,
    }
}

/// To somebody who follows a series and has no place on one of its dates, as long as it could be of use to know.
pub(super) async fn to_turned_away(
    work: &Work,
    desk: Desk<'_>,
    around: &Surroundings,
    row: &letter::Model,
    id: FollowerId,
    hold: Hold,
) -> Result<Option<InHand>, DbErr> {
    let Some(followed) = still_follows(work, row, id).await? else { return Ok(None) };
    let Some((event, organisation, cancelled)) = known(around, row) else {
        return wait_for(work, row, "the event is not known yet").await;
    };
    if cancelled || work.now >= event.ends_at {
        let why = if cancelled { Skip::EventCancelled } else { Skip::Over };
        return letter::withdraw(&work.tx, &[row.id], why).await.map(|()| None);
    }
    let made_of = MadeOf::of_proposal(event, organisation, &followed.email);
    if let Some(in_hand) = as_it_was(work, row, &made_of, hold).await? {
        return Ok(Some(in_hand));
    }
    match composing::compose_turned_away(desk, row.id, &followed, event, organisation, work.now) {
        Ok(composed) => lease(work, row, composed, None, made_of, hold).await.map(Some),
        Err(error) => cannot(work, row, error).await,
    }
}

/// Who follows; whoever has left is written no more, and whoever has not been heard of yet later.
async fn still_follows(work: &Work, row: &letter::Model, id: FollowerId) -> Result<Option<Box<SeriesFollowed>>, DbErr> {
    match follower::find(&work.tx, id).await? {
        Follower::Follows(followed) => Ok(Some(followed)),
        Follower::Left => letter::withdraw(&work.tx, &[row.id], Skip::Withdrawn).await.map(|()| None),
        Follower::Unheard => wait_for(work, row, "who follows is not known yet").await.map(|_| None),
    }
}

/// The event and who is responsible for it, and whether it is cancelled.
pub(super) fn known<'a>(around: &'a Surroundings, row: &letter::Model) -> Option<(&'a Event, &'a Organisation, bool)> {
    let heard = around.events.get(&row.event?)?;
    let event = heard.event.as_deref()?;
    Some((event, around.organisations.get(&event.organisation)?, heard.cancelled))
}
