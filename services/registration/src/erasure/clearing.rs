use super::{Due, due};
use crate::answers::{Answer, Answers};
use crate::invited;
use crate::store::erasure::{self, Why};
use crate::store::registration::{self, State};
use crate::store::{
    CHUNK, answer, decoy, door_mark, event, former_question, history, invitation, invitation_reminder, note,
    organisation, placement, reply, seat, sensitive_answer, snapshot, submission,
};
use bus::{Bus, Work};
use proto::EventId;
use proto::registration::RegistrationErased;
use sea_orm::entity::prelude::*;
use sea_orm::{DbErr, QuerySelect, Set};

/// How many people are deleted in one transaction, so that those who sign up elsewhere need not wait.
const AT_ONCE: u64 = 200;

/// Deletes what is due of one event, leaves receipts, and notes when to look again.
pub async fn clear(bus: &Bus, id: EventId) -> anyhow::Result<()> {
    loop {
        let work = bus.begin().await?;
        let more = clear_some(&work, id).await?;
        work.commit().await?;
        if !more {
            return Ok(());
        }
    }
}

/// One transaction's worth; true when there is more to do.
async fn clear_some(work: &Work, id: EventId) -> Result<bool, DbErr> {
    let Some(row) = event::locked(&work.tx, &[id]).await?.into_iter().next() else { return Ok(false) };
    let Some(event) = snapshot::read(&work.tx, row.id).await? else { return Ok(false) };
    let organisation = organisation::by_slug(&work.tx, &event.organisation).await?;
    let former = former_question::of(&work.tx, row.id).await?;
    let due = due(&event, &former, organisation.map(|organisation| organisation.retention_days), work.now);
    for (states, why) in groups(&due) {
        let people = registration::to_erase(&work.tx, row.id, states, AT_ONCE).await?;
        if !people.is_empty() {
            erase_people(work, &people, why).await?;
            return Ok(true);
        }
    }
    if (due.unplaced || due.everybody) && erase_invited(work, id).await? {
        return Ok(true);
    }
    for question in &due.questions {
        erase_answers(work, row.id, question).await?;
    }
    // What somebody else typed is of no use to anybody, and goes with the first that goes.
    if due.unplaced || !due.questions.is_empty() {
        decoy::delete_all(&work.tx, row.id).await?;
    }
    if due.unplaced {
        submission::Entity::delete_many().filter(submission::Column::EventId.eq(row.id)).exec(&work.tx).await?;
    }
    event::erase_next(&work.tx, row.id, due.next).await?;
    Ok(false)
}

fn groups(due: &Due<'_>) -> Vec<(&'static [State], Why)> {
    let mut groups: Vec<(&[State], Why)> = Vec::new();
    if due.unplaced {
        groups.push((&[State::Waiting, State::Offered, State::Withdrawn, State::Undecided], Why::NeverTookPart));
    }
    if due.everybody {
        let everybody = &[State::Admitted, State::Waiting, State::Offered, State::Withdrawn, State::Undecided];
        groups.push((everybody, Why::Retention));
    }
    groups
}

/// Deletes everything about these people, leaves receipts, and tells others to do the same.
pub(crate) async fn erase_people(work: &Work, people: &[registration::Model], why: Why) -> Result<(), DbErr> {
    let ids: Vec<Uuid> = people.iter().map(|row| row.id).collect();
    decoy::delete_about(&work.tx, people).await?;
    invited::erase_of(work, people).await?;
    answer::erase(&work.tx, &ids).await?;
    sensitive_answer::erase(&work.tx, &ids).await?;
    reply::erase(&work.tx, &ids).await?;
    placement::erase(&work.tx, &ids).await?;
    door_mark::erase(&work.tx, &ids).await?;
    history::erase(&work.tx, &ids).await?;
    note::erase(&work.tx, &ids).await?;
    registration::erase(&work.tx, &ids, work.now).await?;
    let receipts = people.iter().map(|row| receipt(work, row.event_id, Some(row.id), None, why, 1));
    erasure::Entity::insert_many(receipts).exec_without_returning(&work.tx).await?;
    work.forget(&ids);
    work.forget(&seat::of_people(&work.tx, &ids).await?);
    for row in people {
        work.say(&RegistrationErased { registration_id: row.id(), event_id: row.event_id.into() });
    }
    Ok(())
}

/// Deletes some of those who were invited, whatever became of it: those who took part are held as such for as long as the rule says.
/// True when there may be more.
async fn erase_invited(work: &Work, event: EventId) -> Result<bool, DbErr> {
    let invited = invitation::some_of_event(&work.tx, event, AT_ONCE).await?;
    invitation_reminder::clear(&work.tx, event).await?;
    if invited.is_empty() {
        return Ok(false);
    }
    invited::erase(work, &invited).await?;
    let row = receipt(work, event.0, None, None, Why::Invited, invited.len());
    erasure::Entity::insert_many([row]).exec_without_returning(&work.tx).await?;
    Ok(true)
}

/// Deletes the answers to one question, wherever they lie.
async fn erase_answers(work: &Work, event: Uuid, question: &str) -> Result<(), DbErr> {
    let tx = &work.tx;
    let ids: Vec<Uuid> = registration::Entity::find()
        .select_only()
        .column(registration::Column::Id)
        .filter(registration::Column::EventId.eq(event))
        .filter(registration::Column::ErasedAt.is_null())
        .into_tuple()
        .all(tx)
        .await?;
    let mut amount = 0;
    for ids in ids.chunks(CHUNK) {
        let mut plain: Vec<_> =
            answer::of_all(tx, ids).await?.into_iter().filter(|(_, given)| given.0.contains_key(question)).collect();
        let is_organisation =
            |(id, given): &(Uuid, Answers)| matches!(given.get(question), Some(Answer::Organisation(_))).then_some(*id);
        let from: Vec<Uuid> = plain.iter().filter_map(is_organisation).collect();
        for (_, answers) in &mut plain {
            answers.0.remove(question);
        }
        answer::keep(tx, &plain).await?;
        amount += plain.len() + sensitive_answer::erase_question(tx, ids, question).await?;
        registration::forget_organisation(tx, &from).await?;
    }
    if amount > 0 {
        let row = receipt(work, event, None, Some(question.to_owned()), Why::QuestionRule, amount);
        erasure::Entity::insert_many([row]).exec_without_returning(tx).await?;
    }
    Ok(())
}

fn receipt(
    work: &Work,
    event: Uuid,
    registration: Option<Uuid>,
    question: Option<String>,
    why: Why,
    amount: usize,
) -> erasure::ActiveModel {
    erasure::ActiveModel {
        id: Set(Uuid::now_v7()),
        event_id: Set(event),
        registration_id: Set(registration),
        question: Set(question),
        why: Set(why),
        amount: Set(i32::try_from(amount).unwrap_or(i32::MAX)),
        erased_at: Set(work.now),
    }
}
