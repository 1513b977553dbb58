//! What is promised to those who say something.

use crate::house::{Answered, Counted, House, answers, effects, recorded, settled};
use bus::testing::eventually;
use proto::mail::MailUndeliverable;
use proto::{EventId, Message, RegistrationId};
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
