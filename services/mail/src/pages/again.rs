use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use bus::Work;
use host::{Error, Fields, Organiser, Visit};
use proto::RegistrationId;
use proto::account::Role;
use proto::event::Event;
use proto::organisation::Organisation;
use sea_orm::ConnectionTrait;
use uuid::Uuid;

use super::{Site, planned};
use crate::again::{self, Again, Case};
use crate::made_of::MadeOf;
use crate::planning::Facts;
use crate::store::follower::{self, Follower};
use crate::store::{calendar_entry, letter, organisation, registration, speaker, speaker_entry, wording};

/// Sends a letter again that was refused, or of which nobody knows whether it arrived.
pub(super) async fn post(
    State(site): State<Site>,
    Path(slug): Path<String>,
    organiser: Organiser,
    visit: Visit,
    fields: Fields,
) -> Result<Response, Error> {
    if !visit.genuine(fields.csrf()) {
        return Err(Error::NotGenuine);
    }
    let event = planned::allowed(&site, &slug, &organiser, Role::Editor).await?;
    let id = fields.get("letter").and_then(|id| id.parse::<Uuid>().ok()).ok_or(Error::NotFound)?;
    let work = site.bus.begin().await?;
    let again = decide(&work, &event, id).await?;
    match again {
        Some(Again::Same) => letter::send_same(&work.tx, id, work.now).await?,
        Some(Again::Anew) => letter::send_anew(&work.tx, id, Uuid::new_v4(), work.now).await?,
        None => {}
    }
    work.commit().await?;
    site.mail.wake.notify_one();
    tracing::info!(event.id = %event.id, letter.id = %id, account.id = %organiser.account, again = ?again, "a letter was asked for again");
    let word = if again.is_some() { "ja" } else { "nei" };
    Ok(Redirect::to(&format!("/arrangor/brev/{slug}?igjen={word}")).into_response())
}

/// How the letter is sent again, if it is one about this event and to somebody whose data are still here.
async fn decide(work: &Work, event: &Event, id: Uuid) -> Result<Option<Again>, Error> {
    let tx = &work.tx;
    let row = letter::held(tx, id).await?.filter(|row| row.event == Some(event.id.0)).ok_or(Error::NotFound)?;
    let Some(organisation) = organisation::find(tx, &event.organisation).await? else { return Ok(None) };
    let Some(now_of) = now_of(tx, event, &organisation, &row).await? else { return Ok(None) };
    let made_of = row.raw.as_ref().and_then(|_| MadeOf::read(row.made_of.as_deref()));
    Ok(again::again(Case {
        purpose: row.purpose,
        state: row.state,
        waits: row.next_at.is_some(),
        dot_at: row.dot_at,
        made_of: made_of.as_ref(),
        now_of: &now_of,
        event,
        now: work.now,
    }))
}

/// What the letter would be made from now; nothing when it is not known any more to whom it was.
async fn now_of(
    tx: &impl ConnectionTrait,
    event: &Event,
    organisation: &Organisation,
    row: &letter::Model,
) -> Result<Option<MadeOf>, Error> {
    if let Some(person) = row.registration.map(RegistrationId) {
        let Some(known) = registration::find(tx, person).await? else { return Ok(None) };
        let entry = calendar_entry::find(tx, person).await?;
        let told = entry.as_ref().and_then(|entry| entry.told.as_ref());
        let wordings = wording::of_event(tx, event.id).await?;
        return Ok(Some(MadeOf::of(event, &known.registration, organisation, told).saying(Some(&wordings))));
    }
    match row.facts()? {
        Some(Facts::Speaking(about)) => {
            let known = speaker::find_all(tx, &[about.speaker.0]).await?;
            let entries = speaker_entry::of(tx, about.speaker).await?;
            let entry = entries.into_iter().find(|entry| entry.occurrence == about.occurrence.0);
            let told = entry.and_then(|entry| entry.told);
            let organiser = told.as_ref().map_or(&organisation.sender, |told| &told.organiser_address);
            Ok(known.first().map(|speaker| MadeOf::of_speaker(event, speaker, organisation, organiser)))
        }
        Some(Facts::TurnedAway { follower }) => Ok(match follower::find(tx, follower).await? {
            Follower::Follows(followed) => Some(MadeOf::of_proposal(event, organisation, &followed.email)),
            Follower::Unheard | Follower::Left => None,
        }),
        Some(Facts::Proposal(answer)) => Ok(Some(MadeOf::of_proposal(event, organisation, &answer.email))),
        _ => Ok(None),
    }
}
