//! What is promised when things go wrong around the services.

use crate::house::{Counted, HEARERS, House, Wrong, answers, effects, recorded, settled};
use bus::testing::eventually;
use chrono::{DateTime, TimeDelta, Utc};
use lapin::options::BasicPublishOptions;
use lapin::{BasicProperties, Connection, ConnectionProperties};
use proto::{Envelope, MessageId};
use sea_orm::ConnectionTrait;
use std::collections::BTreeSet;
use std::time::Duration;
use uuid::Uuid;

pub(crate) async fn two_instances_share_the_work(house: &House) {
    house.goes_wrong(7, Wrong::Retry(3));
    house.goes_wrong(70, Wrong::Panic(2));
    let (one, other) = (house.hearer("mail").await, house.hearer("mail").await);
    let speakers = [house.speaker().await, house.speaker().await];
    for part in 0..20 {
        let numbers: Vec<Counted> = (part * 20..part * 20 + 20).map(|number| Counted { number }).collect();
        speakers[usize::try_from(part % 2).unwrap()].say(&numbers).await;
    }
    eventually("everything is done", async || {
        house.clock.advance(TimeDelta::seconds(1));
        effects(&one.host.db).await.len() >= 400
    })
    .await;
    settled(&one).await;
    settled(&speakers[0]).await;
    assert_eq!(effects(&one.host.db).await, (0..400).collect::<Vec<_>>());
    assert_eq!(answers(&other).await.len(), 400, "each has one answer");
}

pub(crate) async fn one_who_stood_still_too_long_changes_nothing(house: &House) {
    house.goes_wrong(1, Wrong::StandStill);
    let (one, other) = (house.hearer("mail").await, house.hearer("mail").await);
    let speaker = house.speaker().await;
    speaker.say(&[Counted { number: 1 }]).await;
    eventually("it is done", async || effects(&one.host.db).await.contains(&1)).await;
    settled(&one).await;
    // Both have ended what they had in hand.
    one.stop().await;
    let db = other.host.db.clone();
    other.stop().await;
    assert_eq!(effects(&db).await, [1]);
    assert_eq!(bus::testing::said(&db).await.len(), 1);
}

/// A row of numbers that looks like chance and is the same in every run.
fn chance(seed: &mut u64) -> u64 {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
    *seed >> 33
}

pub(crate) async fn killed_at_any_moment_everything_is_done_once(house: &House) {
    let mut seed = 2027;
    let mut said = 0;
    for _ in 0..12 {
        let (mail, portal) = (house.hearer("mail").await, house.hearer("portal").await);
        let speaker = house.speaker().await;
        let enough = tokio::time::sleep(Duration::from_millis(chance(&mut seed) % 120));
        tokio::pin!(enough);
        loop {
            let numbers: Vec<Counted> = (said..said + 5).map(|number| Counted { number }).collect();
            // What is committed counts, also when the process ends in the same moment.
            speaker.say(&numbers).await;
            said += 5;
            if futures::poll!(&mut enough).is_ready() {
                break;
            }
            tokio::task::yield_now().await;
        }
        for instance in [speaker, mail, portal] {
            instance.kill().await;
        }
        // What they had leased is free again.
        house.clock.advance(TimeDelta::minutes(2));
    }
    let (mail, portal) = (house.hearer("mail").await, house.hearer("portal").await);
    let speaker = house.speaker().await;
    recorded(&mail, 0..said).await;
    recorded(&portal, 0..said).await;
    for instance in [&speaker, &mail, &portal] {
        settled(instance).await;
    }
    recorded(&mail, 0..said).await;
    assert_eq!(answers(&mail).await.len(), usize::try_from(said).unwrap());
}

pub(crate) async fn while_an_inbox_is_away_nothing_is_lost(house: &House) {
    let (mail, portal) = (house.hearer("mail").await, house.hearer("portal").await);
    let speaker = house.speaker().await;
    speaker.say(&[Counted { number: 0 }]).await;
    recorded(&mail, [0]).await;
    mail.host.db.write.execute_unprepared("ALTER TABLE inbox RENAME TO inbox_away").await.unwrap();
    for number in 1..6 {
        speaker.say(&[Counted { number }]).await;
    }
    // The others are not held up.
    recorded(&portal, 0..6).await;
    mail.host.db.write.execute_unprepared("ALTER TABLE inbox_away RENAME TO inbox").await.unwrap();
    eventually("what was held back is done", async || {
        house.clock.advance(TimeDelta::minutes(1));
        effects(&mail.host.db).await.len() >= 6
    })
    .await;
    recorded(&mail, 0..6).await;
    settled(&speaker).await;
}

pub(crate) async fn what_is_said_before_its_queue_exists_arrives_when_it_does(house: &House) {
    let speaker = house.speaker().await;
    speaker.say(&[Counted { number: 1 }, Counted { number: 2 }]).await;
    let trouble = async || {
        let sql = "SELECT trouble FROM outbox WHERE trouble IS NOT NULL AND carried_at IS NULL";
        crate::house::select(&speaker.host.db, sql).await.unwrap().len()
    };
    eventually("both came back", async || trouble().await == 2).await;
    assert_eq!(speaker.bus.state().await.unwrap().unsent, 2);
    let mail = house.hearer("mail").await;
    house.prepare(&HEARERS).await;
    eventually("both arrive", async || {
        house.clock.advance(TimeDelta::seconds(30));
        effects(&mail.host.db).await.len() >= 2
    })
    .await;
    settled(&speaker).await;
    recorded(&mail, [1, 2]).await;
}

pub(crate) async fn hostile_deliveries_are_set_aside_or_parked_and_their_neighbours_done(house: &House) {
    let mail = house.hearer("mail").await;
    let address = house.settings().broker.clone().unwrap();
    let connection = Connection::connect(&address, ConnectionProperties::default()).await.unwrap();
    let channel = connection.create_channel().await.unwrap();
    let namespace = house.settings().namespace.clone().unwrap();
    let (queue, parking) = (format!("{namespace}.mail.inbox"), format!("{namespace}.mail.parking"));
    let publish = async |body: &[u8], id: Option<Uuid>| {
        let mut properties = BasicProperties::default().with_delivery_mode(2);
        if let Some(id) = id {
            properties = properties.with_message_id(id.to_string().into());
        }
        let options = BasicPublishOptions::default();
        let sent = channel.basic_publish("".into(), queue.as_str().into(), options, body, properties).await.unwrap();
        sent.await.unwrap();
    };
    let good = |number| {
        let envelope = Envelope::seal(&Counted { number }, "test", MessageId(Uuid::now_v7()), house.clock.now());
        serde_json::to_vec(&envelope.unwrap()).unwrap()
    };
    let (unreadable, undecodable) = (Uuid::now_v7(), Uuid::now_v7());
    publish(&good(1), None).await;
    publish(b"{not json", Some(unreadable)).await;
    publish(b"\xff\xfe", Some(undecodable)).await;
    publish(b"hello", None).await;
    publish(&vec![b'x'; proto::envelope::LARGEST + 1], None).await;
    let same = good(2);
    for _ in 0..3 {
        publish(&same, None).await;
    }
    publish(&good(3), None).await;
    recorded(&mail, 1..4).await;
    eventually("the unreadable one is set aside", async || mail.bus.set_aside().await.unwrap().len() == 1).await;
    assert_eq!(mail.bus.set_aside().await.unwrap()[0].id.0, unreadable);
    // Three are parked. Looking changes nothing, however often.
    let listed = async || bus::amqp::parked(house.settings(), "mail").await.unwrap();
    eventually("three are in the parking queue", async || listed().await.len() == 3).await;
    for _ in 0..3 {
        let reasons: BTreeSet<String> = listed().await.into_iter().map(|parked| parked.reason).collect();
        let wanted = ["it cannot be stored: no id", "it cannot be stored: not UTF-8", "it cannot be stored: too large"];
        assert_eq!(reasons, wanted.map(str::to_owned).into());
    }
    let parked = listed().await;
    let age = |at: DateTime<Utc>| (Utc::now() - at).num_seconds();
    assert!(parked.iter().all(|one| one.parked_at.is_some_and(|at| (-1..60).contains(&age(at)))), "{parked:?}");
    assert_eq!(bus::amqp::count_parked(house.settings(), &HEARERS).await.unwrap(), 3);

    // What still cannot be stored comes back. What can, arrives: here one that was parked by hand.
    let again = bus::amqp::replay_parked(house.settings(), "mail", Some(&[MessageId(undecodable)])).await.unwrap();
    assert_eq!(again, 1);
    eventually("it is parked once more", async || listed().await.len() == 3).await;
    let options = BasicPublishOptions::default();
    let properties = BasicProperties::default().with_delivery_mode(2);
    let sent = channel.basic_publish("".into(), parking.as_str().into(), options, &good(4), properties).await.unwrap();
    sent.await.unwrap();
    eventually("it is there", async || {
        listed().await.iter().any(|one| one.reason == "it could be stored now" && one.parked_at.is_none())
    })
    .await;
    assert_eq!(bus::amqp::replay_parked(house.settings(), "mail", None).await.unwrap(), 4);
    recorded(&mail, 1..5).await;
    eventually("the others are parked once more", async || listed().await.len() == 3).await;
    assert_eq!(bus::amqp::count_parked(house.settings(), &["portal"]).await.unwrap(), 0);
    connection.close(200, "done".into()).await.unwrap();
}

/// One house on each database, so that the broker is restarted once only.
pub(crate) async fn through_a_restart_of_the_broker_everything_is_done_once(houses: &[House]) {
    let command = host::testing::server("MOTEPLASS_TEST_AMQP_RESTART");
    let mut instances = Vec::new();
    for house in houses {
        instances.push((house.speaker().await, house.hearer("mail").await, house.hearer("portal").await));
    }
    let mut restart = std::pin::pin!(async {
        let ended = tokio::task::spawn_blocking(move || {
            std::process::Command::new("sh").arg("-c").arg(command).stdout(std::process::Stdio::null()).status()
        });
        assert!(ended.await.unwrap().expect("the command runs").success(), "the broker did not come back");
    });
    let mut said = 0;
    let mut back = false;
    while !back || said < 500 {
        for (speaker, ..) in &instances {
            // Nobody who says something is held up, broker or not.
            let begun = std::time::Instant::now();
            speaker.say(&[Counted { number: said }, Counted { number: said + 1 }]).await;
            assert!(begun.elapsed() < Duration::from_secs(5), "saying took {:?}", begun.elapsed());
        }
        said += 2;
        tokio::select! {
            () = &mut restart, if !back && said > 100 => back = true,
            () = tokio::time::sleep(Duration::from_millis(10)) => {}
        }
    }
    for (house, (speaker, mail, portal)) in houses.iter().zip(&instances) {
        let count = usize::try_from(said).unwrap();
        eventually("everything is done", async || {
            house.clock.advance(TimeDelta::seconds(1));
            effects(&mail.host.db).await.len() >= count && effects(&portal.host.db).await.len() >= count
        })
        .await;
        settled(speaker).await;
        recorded(mail, 0..said).await;
        recorded(portal, 0..said).await;
    }
}

pub(crate) async fn an_address_that_answers_nobody_is_passed_over_for_the_next(house: &House) {
    // It takes connections and never says a word.
    let silent = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let closed = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address =
        |listener: &tokio::net::TcpListener| format!("amqp://127.0.0.1:{}/%2f", listener.local_addr().unwrap().port());
    let real = house.settings().broker.clone().unwrap();
    let mut settings = house.settings().clone();
    settings.broker = Some(format!("{},{},{real}", address(&closed), address(&silent)));
    drop(closed);
    let carrier = bus::Carrier::amqp(&settings).unwrap();
    let mail = house.hearer("mail").await;
    let host = host::testing::open(&settings, "portal", house.clock.clone()).await;
    let (bus, tasks) = bus::Bus::build("portal", &host, &carrier).start();
    let _loops: tokio::task::JoinSet<anyhow::Result<()>> = tasks.into_iter().collect();
    let work = bus.begin().await.unwrap();
    work.say(&Counted { number: 1 });
    work.commit().await.unwrap();
    recorded(&mail, [1]).await;
}
