//! A link that came with the answer to signing up an address that is signed up already. Whoever holds it meets what the
//! holder of a new sign-up would meet, made of what they typed themselves, and can do the same with it. Nothing of it
//! concerns the sign-up that is there: its owner has been told by letter.

use super::{Asked, Mine, dead_link};
use crate::address::normalised;
use crate::admission::{self, check_choices};
use crate::answers::Answers;
use crate::app::App;
use crate::desk::book::snapshot;
use crate::desk::errand::{Details, Errand, Outcome, Person, Placed, Refusal, SignUp, Standing, Unavailable};
use crate::pages::event::Known;
use crate::pages::sent::content;
use crate::places::Places;
use crate::publication::needed;
use crate::store::decoy::{self, Model};
use crate::store::registration::State;
use crate::store::standing::{EventName, Everything};
use crate::store::{claim, event, kept, registration, sensitive_answer};
use crate::withdrawal::{may_answer_offer, may_change, may_hand_over, may_withdraw};
use chrono::{DateTime, Utc};
use host::Error;
use proto::PoolId;
use proto::event::{Event, Form, WaitingMode};
use proto::registration::{Claim, ClaimState};
use sea_orm::{ConnectionTrait, DbErr};
use uuid::Uuid;

/// Keeps what a caller was told about an address that is signed up already.
pub(crate) async fn keep(app: &App, event: &Event, person: &Person, placed: &Placed) -> Result<(), Error> {
    let state = if placed.undecided { State::Undecided } else { placed.state.into() };
    let whole = match state {
        State::Waiting | State::Undecided => ClaimState::Waiting,
        State::Admitted | State::Offered | State::Withdrawn => ClaimState::Held,
    };
    let whole = needed(event, placed.form).into_iter().map(|pool_id| Claim { pool_id, state: whole });
    let claims: Vec<Claim> = whole.chain(placed.choices.iter().copied()).collect();
    let row = event::by_id(&app.host.db.read, event.id).await?;
    let row = Model {
        id: placed.id.0,
        event_id: event.id.0,
        address: normalised(&person.email),
        name: person.name.clone(),
        email: person.email.clone(),
        language: person.language.code().to_owned(),
        state,
        turn: row.map_or(i64::MAX, |row| row.next_turn),
        seq: kept(placed.seq),
        revision: 1,
        claims: json(&claims)?,
        answers: json(&Answers::default())?,
        created_at: app.host.clock.now(),
        withdrawn_at: None,
    };
    let tx = app.host.db.begin().await?;
    decoy::keep(&tx, &app.host.vault, row, person.answers.clone()).await?;
    Ok(tx.commit().await?)
}

fn json(value: &impl serde::Serialize) -> Result<serde_json::Value, DbErr> {
    serde_json::to_value(value).map_err(|error| DbErr::Json(error.to_string()))
}

/// What it would have come to by now: who waited moves up when somebody who came later has, or when places are free.
fn by_now(mut row: Model, places: &Places, overtaken: bool) -> Result<Model, DbErr> {
    let mut claims = row.claims()?;
    let left = places.left_in(form(&claims, places));
    if row.state == State::Waiting && places.mode == WaitingMode::Direct && (overtaken || left != Some(0)) {
        row.state = State::Admitted;
        row.revision += 1;
    }
    for claim in claims.iter_mut().filter(|claim| claim.state == ClaimState::Waiting) {
        let free =
            places.pool(claim.pool_id).is_some_and(|pool| pool.whole || pool.waiting == 0 && pool.has_room_for(1));
        if row.state == State::Admitted && free {
            claim.state = ClaimState::Held;
        }
    }
    row.claims = json(&claims)?;
    Ok(row)
}

/// The way of taking part that was chosen.
fn form(claims: &[Claim], places: &Places) -> Option<Form> {
    claims.iter().filter_map(|claim| places.pool(claim.pool_id)).filter(|pool| pool.whole).find_map(|pool| pool.form)
}

/// What a decoy's holder sees now, and the row it is kept in; absent when there is none.
pub(super) async fn opened(
    app: &App,
    db: &impl ConnectionTrait,
    id: Uuid,
) -> Result<Option<(Known, Standing, Model)>, DbErr> {
    let Some(row) = decoy::by_id(db, id).await? else { return Ok(None) };
    let Some(mut known) = Known::with_id(app, db, row.event_id.into()).await? else { return Ok(None) };
    let form = form(&row.claims()?, &known.places);
    let overtaken = registration::overtaken(db, row.event_id, form, row.turn).await?;
    let row = by_now(row, &known.places, overtaken)?;
    let position = match row.state {
        State::Waiting => Some(registration::ahead_of(db, row.event_id, form, row.turn).await? + 1),
        State::Admitted | State::Offered | State::Withdrawn | State::Undecided => None,
    };
    let counted = if row.state == State::Undecided { Vec::new() } else { row.claims()? };
    for claim in counted {
        known.places.add(claim.pool_id, claim.state);
    }
    let is_whole = |id: PoolId| known.event.sign_up.pools.iter().any(|pool| pool.id == id && pool.whole);
    let mut standing = standing(&row, position, |claim| !is_whole(claim.pool_id.into()))?;
    standing.registration.form = form;
    standing.answers = row.answers(db, &app.host.vault).await?;
    Ok(Some((known, standing, row)))
}

fn standing(row: &Model, position: Option<u32>, shown: impl Fn(&claim::Model) -> bool) -> Result<Standing, DbErr> {
    let claims: Vec<claim::Model> = row
        .claims()?
        .into_iter()
        .map(|claim| claim::Model {
            registration_id: row.id,
            pool_id: claim.pool_id.0,
            state: claim.state.into(),
            turn: row.turn,
        })
        .collect();
    Ok(Standing {
        registration: snapshot(&as_registration(row), claims.iter().filter(|claim| shown(claim))),
        party: row.id,
        position,
        offered_until: None,
        choose_before: None,
        answers: Answers::default(),
        created_at: row.created_at,
        attended_at: None,
    })
}

fn as_registration(row: &Model) -> registration::Model {
    registration::Model {
        id: row.id,
        event_id: row.event_id,
        party_id: row.id,
        seq: row.seq.into(),
        turn: row.turn,
        revision: row.revision,
        generation: 0,
        state: row.state,
        form: None,
        offered_until: None,
        choose_before: None,
        name: row.name.clone(),
        email: row.email.clone(),
        address: None,
        organisation: String::new(),
        search: String::new(),
        language: row.language.clone(),
        created_at: row.created_at,
        withdrawn_at: row.withdrawn_at,
        attended_at: None,
        undeliverable_at: None,
        undeliverable: None,
        reached_at: None,
        erased_at: None,
    }
}

/// Everything that is held, as a file.
pub(super) fn everything(mine: &Mine, row: &Model) -> Result<Everything, DbErr> {
    let event = &mine.known.event;
    let (plain, sensitive) = mine.standing.answers.0.clone().into_iter().partition(|(key, _)| {
        !event.sign_up.questions.iter().any(|question| question.key == *key && question.sensitive)
    });
    Ok(Everything {
        registration: standing(row, None, |_| true)?.registration,
        party: row.id,
        event: Some(EventName { id: event.id, slug: Some(event.slug.clone()), starts_at: Some(event.starts_at) }),
        answers: Answers(plain),
        sensitive_answers: Answers(sensitive),
        created_at: row.created_at,
        offered_until: None,
        withdrawn_at: row.withdrawn_at,
        attended_at: None,
        undeliverable_at: None,
        undeliverable: None,
        reply: None,
        replied_at: None,
        placements: Vec::new(),
        came_to: Vec::new(),
        notes: Vec::new(),
    })
}

/// Does what the desk would have done. The desk itself is asked only where somebody else is signed up.
pub(super) async fn ask(app: &App, mine: &Mine, row: &Model, errand: Errand) -> Result<Asked, Error> {
    let now = app.host.clock.now();
    if let Err(refusal) = may(mine, row, &errand, now) {
        return Ok(Asked::Refused(refusal));
    }
    let (mut row, mut answers) = (row.clone(), None);
    match errand {
        Errand::Withdraw { .. } | Errand::LetGo { .. } => release(&mut row, now)?,
        Errand::Change { details, .. } => {
            answers = Some(details.answers.clone());
            tell(&mut row, &mine.known.places, details)?;
        }
        Errand::HandOver { to, .. } => {
            if is_signed_up(app, mine, to).await? {
                return Ok(Asked::Done(Box::new(mine.standing.clone())));
            }
            release(&mut row, now)?;
            decoy::change(&app.host.db.write, row).await?;
            let mut other = mine.standing.clone();
            other.registration.id = Uuid::now_v7().into();
            return Ok(Asked::Done(Box::new(other)));
        }
        Errand::SignUp(_)
        | Errand::SignUpInvited { .. }
        | Errand::WalkIn(_)
        | Errand::JoinSession { .. }
        | Errand::AcceptOffer { .. }
        | Errand::DeclineOffer { .. }
        | Errand::Choose { .. }
        | Errand::Act { .. }
        | Errand::Add { .. } => {
            return Err(Error::Busy);
        }
    }
    let id = row.id;
    let tx = app.host.db.begin().await?;
    decoy::change(&tx, row).await?;
    if let Some(answers) = answers {
        sensitive_answer::keep(&tx, &app.host.vault, &[(id, answers)]).await?;
    }
    tx.commit().await?;
    let opened = opened(app, &app.host.db.write, id).await?;
    Ok(Asked::Done(Box::new(opened.map_or_else(|| mine.standing.clone(), |(_, standing, _)| standing))))
}

/// Whether the desk would do it for somebody who stands so.
fn may(mine: &Mine, row: &Model, errand: &Errand, now: DateTime<Utc>) -> Result<(), Refusal> {
    let (event, cancelled, state) = (&mine.known.event, mine.known.cancelled, row.state);
    match errand {
        Errand::Withdraw { .. } => may_withdraw(event, cancelled, state, now),
        Errand::LetGo { .. } => may_change(event, cancelled, state, now),
        Errand::HandOver { .. } => may_hand_over(event, cancelled, state, now),
        Errand::AcceptOffer { .. } | Errand::DeclineOffer { .. } => {
            may_answer_offer(event, cancelled, state, None, now).and(Err(Refusal::NoOffer))
        }
        Errand::SignUp(_)
        | Errand::SignUpInvited { .. }
        | Errand::WalkIn(_)
        | Errand::JoinSession { .. }
        | Errand::Act { .. }
        | Errand::Add { .. } => Err(Refusal::UnknownRegistration),
        Errand::Choose { .. } => Err(Refusal::NothingToChoose),
        Errand::Change { details, .. } => {
            may_change(event, cancelled, state, now)?;
            let places = &mine.known.places;
            let had = mine.standing.registration.form;
            let form = match details.form {
                Some(wanted) if Some(wanted) != had => admission::form(places, Some(wanted))?,
                _ => had,
            };
            if form != had && state == State::Admitted && places.left_in(form) == Some(0) {
                return Err(Refusal::FormFull);
            }
            let chosen = check_choices(places, form, &details.choices)?;
            let has = |id: PoolId| mine.standing.registration.choices.iter().any(|claim| claim.pool_id == id);
            let full = chosen.iter().find(|pool| !has(pool.id) && !pool.has_room_for(1));
            match full {
                Some(full) if places.mode == WaitingMode::None => Err(Refusal::ChoiceFull(full.id)),
                _ => Ok(()),
            }
        }
    }
}

fn release(row: &mut Model, now: DateTime<Utc>) -> Result<(), DbErr> {
    row.state = State::Withdrawn;
    row.withdrawn_at = Some(now);
    row.revision += 1;
    let released = |claim| Claim { state: ClaimState::Released, ..claim };
    row.claims = json(&row.claims()?.into_iter().map(released).collect::<Vec<_>>())?;
    Ok(())
}

fn tell(row: &mut Model, places: &Places, details: Details) -> Result<(), DbErr> {
    let before = row.claims()?;
    let whole = match row.state {
        State::Waiting | State::Undecided => ClaimState::Waiting,
        State::Admitted | State::Offered | State::Withdrawn => ClaimState::Held,
    };
    let form = details.form.or_else(|| form(&before, places));
    let whole = places.needed(form).map(|pool| Claim { pool_id: pool.id, state: whole });
    let chosen = details.choices.iter().map(|id| {
        let free = places.pool(*id).is_some_and(|pool| pool.waiting == 0 && pool.has_room_for(1));
        let state = if row.state == State::Admitted && free { ClaimState::Held } else { ClaimState::Waiting };
        before.iter().find(|claim| claim.pool_id == *id).copied().unwrap_or(Claim { pool_id: *id, state })
    });
    row.claims = json(&whole.chain(chosen).collect::<Vec<_>>())?;
    row.answers = json(&Answers::default())?;
    row.name = details.name;
    row.revision += 1;
    details.language.code().clone_into(&mut row.language);
    Ok(())
}

/// There is no place to give to the new person, so they are signed up like anybody else. Somebody who is signed up
/// already keeps what they have.
async fn is_signed_up(app: &App, mine: &Mine, to: Person) -> Result<bool, Error> {
    let id = mine.standing.registration.id;
    let party = vec![to];
    let errand = SignUp {
        key: format!("decoy:{id}:{}", Uuid::now_v7()),
        content: content(mine.standing.registration.form, &party),
        form: mine.standing.registration.form,
        party,
    };
    match app.desk.ask(mine.known.event.id, Errand::SignUp(errand)).await {
        Ok(Outcome::SignedUp(placed)) => Ok(placed.iter().any(|placed| placed.repeated)),
        Ok(Outcome::Refused(_)) => Ok(false),
        Ok(Outcome::SameKeyOtherContent | Outcome::Done(_)) | Err(Unavailable) => Err(Error::Busy),
    }
}

/// Deletes everything that is held.
pub(super) async fn erase(app: &App, row: &Model) -> Result<(), Error> {
    Ok(decoy::delete(&app.host.db.write, row.id).await?)
}

/// The link opens nothing any more; the owner of the address gets a new one to what is theirs.
pub(super) async fn replace(app: &App, row: &Model) -> Result<(), Error> {
    decoy::delete(&app.host.db.write, row.id).await?;
    dead_link::send_links(app, &row.email).await
}
