//! What is promised to those who say something.

use crate::house::{Answered, Counted, HEARERS, House, Instance, Way, answers, effects, recorded, settled};
use bus::testing::eventually;
use proto::mail::MailUndeliverable;
use proto::{EventId, Message, RegistrationId};
use sea_orm::ConnectionTrait;
use uuid::Uuid;

fn counted(numbers: impl IntoIterator<Item = i64>) -> Vec<Counted> {
    numbers.into_iter().map(|number| Counted { number }).collect()
}

pub(crate) async fn each_message_is_done_once_by_each_who_hears_it(house: &House) {
    let (mail, portal) = (house.hearer("mail").await, house.hearer("portal").await);
    let speaker = house.speaker().await;
    for part in 0..5 {
        speaker.say(&counted(part * 10..part * 10 + 10)).await;
    }
    recorded(&mail, 0..50).await;
    recorded(&portal, 0..50).await;
    for instance in [&speaker, &mail, &portal] {
        settled(instance).await;
    }
    for instance in [speaker, mail, portal] {
        instance.stop().await;
    }
}

pub(crate) async fn what_is_rolled_back_was_never_said(house: &House) {
    let mail = house.hearer("mail").await;
    let speaker = house.speaker().await;
    let work = speaker.bus.begin().await.unwrap();
    work.say(&Counted { number: 1 });
    work.rollback().await;
    let work = speaker.bus.begin().await.unwrap();
    work.say(&Counted { number: 2 });
    drop(work);
    speaker.say(&counted([3])).await;
    recorded(&mail, [3]).await;
    assert_eq!(answers(&speaker).await.len(), 1, "what was said is in the outbox");
}

pub(crate) async fn many_say_at_the_same_time_and_nothing_is_lost(house: &House) {
    let mail = house.hearer("mail").await;
    let speaker = house.speaker().await;
    futures::future::join_all((0..8).map(|who| {
        let speaker = &speaker;
        async move {
            for number in 0..25 {
                speaker.say(&counted([who * 25 + number])).await;
            }
        }
    }))
    .await;
    recorded(&mail, 0..200).await;
}

pub(crate) async fn what_is_carried_again_is_recognised(house: &House) {
    let mail = house.hearer("mail").await;
    let speaker = house.speaker().await;
    speaker.say(&counted(0..20)).await;
    recorded(&mail, 0..20).await;
    settled(&speaker).await;
    for round in 0..3 {
        let again = speaker.bus.carry_again(house.clock.now() - chrono::TimeDelta::hours(1)).await.unwrap();
        assert_eq!(again, 20 + round);
        // The next one arrives after those that come again.
        speaker.say(&counted([20 + i64::try_from(round).unwrap()])).await;
        settled(&speaker).await;
    }
    eventually("the last one is done", async || effects(&mail.host.db).await.contains(&22)).await;
    settled(&mail).await;
    recorded(&mail, 0..23).await;
}

pub(crate) async fn a_fact_that_nobody_hears_is_carried(house: &House) {
    let mail = house.hearer("mail").await;
    let speaker = house.speaker().await;
    let unheard = MailUndeliverable {
        registration_id: RegistrationId(Uuid::now_v7()),
        event_id: EventId(Uuid::now_v7()),
        purpose: "confirmation".to_owned(),
        reason: "550".to_owned(),
        at: None,
    };
    speaker.say(&[unheard]).await;
    speaker.say(&counted([1])).await;
    settled(&speaker).await;
    recorded(&mail, [1]).await;
}

pub(crate) async fn an_answer_names_its_cause_and_belongs_to_the_same_trace(house: &House) {
    let mail = house.hearer("mail").await;
    let speaker = house.speaker().await;
    speaker.say(&counted([1, 2])).await;
    recorded(&mail, [1, 2]).await;
    let said = answers(&speaker).await;
    let answered = answers(&mail).await;
    assert_eq!(answered.len(), 2);
    let trace = |traceparent: &Option<String>| traceparent.as_deref().unwrap()[3..35].to_owned();
    for answer in &answered {
        let cause = said.iter().find(|message| Some(message.id) == answer.causationid).expect("its cause");
        assert_eq!(cause.open::<Counted>().unwrap().number, answer.open::<Answered>().unwrap().number);
        assert_eq!(trace(&cause.traceparent), trace(&answer.traceparent));
        assert_eq!(answer.source, "/moteplass/mail");
        assert_eq!(answer.name, Answered::NAME);
    }
}

pub(crate) async fn two_thousand_messages_arrive(house: &House) {
    let (mail, portal) = (house.hearer("mail").await, house.hearer("portal").await);
    let speaker = house.speaker().await;
    for part in 0..40 {
        speaker.say(&counted(part * 50..part * 50 + 50)).await;
    }
    recorded(&mail, 0..2000).await;
    recorded(&portal, 0..2000).await;
    settled(&speaker).await;
    assert_eq!(answers(&mail).await.len(), 2000);
}

pub(crate) async fn what_is_too_large_to_carry_is_not_kept(house: &House) {
    let speaker = house.speaker().await;
    let work = speaker.bus.begin().await.unwrap();
    work.say(&crate::house::Crooked { word: "x".repeat(proto::envelope::LARGEST) });
    let error = work.commit().await.unwrap_err().to_string();
    assert!(error.contains("too large"), "{error}");
    assert_eq!(answers(&speaker).await, []);
    speaker.stop().await;
}

pub(crate) async fn what_cannot_be_carried_is_listed_with_its_reason_and_carried_when_asked_for(house: &House) {
    let mail = house.hearer("mail").await;
    let speaker = house.speaker().await;
    let (db, now) = (&speaker.host.db, || house.clock.now());
    speaker.say(&counted([1])).await;
    recorded(&mail, [1]).await;
    settled(&speaker).await;
    assert_eq!(bus::unsent(db, now()).await.unwrap(), []);

    // A hearer that is away, or that the broker does not know of yet.
    match house.way {
        Way::InProcess => away(&mail, true).await,
        Way::Amqp => bus::amqp::remove(house.settings(), &HEARERS).await.unwrap(),
    }
    speaker.say(&counted([2])).await;
    if house.way == Way::Amqp {
        // Without its exchange nothing is even tried.
        house.prepare(&[]).await;
        house.clock.advance(chrono::TimeDelta::minutes(2));
    }
    eventually("it is listed with a reason", async || {
        let listed = bus::unsent(db, now()).await.unwrap();
        listed.len() == 1 && listed[0].trouble.is_some() && listed[0].tries > 0
    })
    .await;
    let listed = bus::unsent(db, now()).await.unwrap().remove(0);
    let wanted = match house.way {
        Way::InProcess => "the inbox of mail cannot be reached: ",
        Way::Amqp => "no queue takes it: its hearer has not been prepared",
    };
    assert!(listed.trouble.as_deref().unwrap().starts_with(wanted), "{listed:?}");
    assert_eq!(listed.name, "test.counted.v1");

    match house.way {
        Way::InProcess => away(&mail, false).await,
        Way::Amqp => house.prepare(&HEARERS).await,
    }
    // The clock stands still: by itself it would wait for its pause to be over.
    eventually("it arrives", async || {
        bus::carry_now(db, listed.id, now()).await.unwrap();
        effects(&mail.host.db).await.contains(&2)
    })
    .await;
    settled(&speaker).await;
    assert!(!bus::carry_now(db, listed.id, now()).await.unwrap(), "what was carried is not carried again");
    recorded(&mail, [1, 2]).await;
}

/// Takes a service's inbox away, or brings it back.
async fn away(instance: &Instance, away: bool) {
    let (from, to) = if away { ("inbox", "inbox_away") } else { ("inbox_away", "inbox") };
    instance.host.db.write.execute_unprepared(&format!("ALTER TABLE {from} RENAME TO {to}")).await.unwrap();
}
