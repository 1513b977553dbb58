//! What is promised to those who hear something.

use crate::house::{
    Counted, CountedAnew, Crooked, House, Instance, Wrong, answers, effects, recorded, select, settled,
};
use bus::testing::eventually;
use chrono::TimeDelta;
use host::Database;
use proto::Envelope;
use sea_orm::ConnectionTrait;
use uuid::Uuid;

async fn tries(db: &Database) -> Vec<i32> {
    let rows = select(db, "SELECT tries FROM inbox ORDER BY seq").await.unwrap();
    rows.iter().map(|row| row.try_get("", "tries").unwrap()).collect()
}

/// How often the first message has failed; none while somebody works on it.
async fn failed(db: &Database) -> Option<i32> {
    let rows =
        select(db, "SELECT tries FROM inbox WHERE lease_owner IS NULL AND trouble IS NOT NULL ORDER BY seq").await;
    rows.unwrap().first().map(|row| row.try_get("", "tries").unwrap())
}

async fn set_aside(instance: &Instance, count: usize) {
    eventually(&format!("{count} are set aside"), async || instance.bus.set_aside().await.unwrap().len() == count)
        .await;
}

pub(crate) async fn a_failing_handler_is_tried_again_when_due_and_holds_nobody_up(house: &House) {
    house.goes_wrong(0, Wrong::Retry(u32::MAX));
    let mail = house.hearer("mail").await;
    let speaker = house.speaker().await;
    let numbers: Vec<Counted> = (0..10).map(|number| Counted { number }).collect();
    speaker.say(&numbers).await;
    recorded(&mail, 1..10).await;
    assert_eq!(mail.bus.state().await.unwrap().waiting, 1);
    // The clock stands still, so it is not due before it is set forward.
    speaker.say(&[Counted { number: 10 }]).await;
    recorded(&mail, 1..11).await;
    eventually("it failed", async || failed(&mail.host.db).await == Some(1)).await;
    house.clock.advance(TimeDelta::milliseconds(1300));
    eventually("it failed a second time", async || failed(&mail.host.db).await == Some(2)).await;
    house.mended(0);
    house.clock.advance(TimeDelta::milliseconds(6100));
    recorded(&mail, 0..11).await;
    settled(&mail).await;
    assert_eq!(tries(&mail.host.db).await[0], 3);
}

pub(crate) async fn a_panicking_handler_is_tried_again_and_its_neighbours_are_done(house: &House) {
    house.goes_wrong(3, Wrong::Panic(2));
    let mail = house.hearer("mail").await;
    let speaker = house.speaker().await;
    let numbers: Vec<Counted> = (0..6).map(|number| Counted { number }).collect();
    speaker.say(&numbers).await;
    recorded(&mail, [0, 1, 2, 4, 5]).await;
    house.mended(3);
    house.clock.advance(TimeDelta::seconds(10));
    recorded(&mail, 0..6).await;
    settled(&mail).await;
}

pub(crate) async fn a_failed_handler_has_changed_and_said_nothing(house: &House) {
    house.goes_wrong(1, Wrong::Retry(1));
    let mail = house.hearer("mail").await;
    let speaker = house.speaker().await;
    speaker.say(&[Counted { number: 1 }]).await;
    eventually("it failed", async || failed(&mail.host.db).await == Some(1)).await;
    assert!(effects(&mail.host.db).await.is_empty());
    assert!(answers(&mail).await.is_empty());
    house.clock.advance(TimeDelta::seconds(2));
    recorded(&mail, [1]).await;
    assert_eq!(answers(&mail).await.len(), 1);
}

pub(crate) async fn what_is_set_aside_can_be_looked_at_exported_and_replayed(house: &House) {
    house.goes_wrong(2, Wrong::SetAside);
    let mail = house.hearer("mail").await;
    let speaker = house.speaker().await;
    let numbers: Vec<Counted> = (1..4).map(|number| Counted { number }).collect();
    speaker.say(&numbers).await;
    recorded(&mail, [1, 3]).await;
    set_aside(&mail, 1).await;
    settled(&mail).await;
    let aside = mail.bus.set_aside().await.unwrap().remove(0);
    assert_eq!((aside.name.as_str(), aside.trouble.as_str()), ("test.counted.v1", "nobody knows this number"));
    let exported = bus::export(&mail.host.db).await.unwrap();
    let envelope: Envelope = serde_json::from_str(&exported[0]).unwrap();
    assert_eq!((envelope.id, envelope.open::<Counted>().unwrap().number), (aside.id, 2));

    // Not mended yet: it comes back to where it was.
    assert!(mail.bus.replay(aside.id).await.unwrap());
    set_aside(&mail, 1).await;
    house.mended(2);
    eventually("it can be replayed", async || mail.bus.replay(aside.id).await.unwrap()).await;
    recorded(&mail, 1..4).await;
    settled(&mail).await;
    assert!(mail.bus.set_aside().await.unwrap().is_empty());
    assert!(!mail.bus.replay(aside.id).await.unwrap(), "what is done is not replayed");
    assert_eq!(effects(&mail.host.db).await, [1, 2, 3]);
}

pub(crate) async fn what_fails_for_three_days_is_set_aside(house: &House) {
    house.goes_wrong(1, Wrong::Retry(u32::MAX));
    let mail = house.hearer("mail").await;
    let speaker = house.speaker().await;
    speaker.say(&[Counted { number: 1 }]).await;
    let mut days = 0.0;
    let mut times = 0;
    loop {
        eventually("it failed once more", async || failed(&mail.host.db).await.is_some_and(|now| now > times)).await;
        times += 1;
        assert_eq!(failed(&mail.host.db).await, Some(times));
        if !mail.bus.set_aside().await.unwrap().is_empty() {
            break;
        }
        house.clock.advance(TimeDelta::hours(8));
        days += 8.0 / 24.0;
    }
    assert!(days >= 3.0, "set aside after {days} days");
    assert!(effects(&mail.host.db).await.is_empty());
    assert_eq!(mail.bus.set_aside().await.unwrap()[0].trouble, "not now");
}

pub(crate) async fn data_that_do_not_fit_are_set_aside(house: &House) {
    let mail = house.hearer("mail").await;
    let speaker = house.speaker().await;
    speaker.say(&[Crooked { word: "Åse\u{0}\r\nATTENDEE".to_owned() }]).await;
    speaker.say(&[Counted { number: 1 }]).await;
    recorded(&mail, [1]).await;
    set_aside(&mail, 1).await;
    let trouble = mail.bus.set_aside().await.unwrap().remove(0).trouble;
    assert!(trouble.contains("does not fit") || trouble.contains("do not fit"), "{trouble}");
    assert!(!trouble.contains("Åse"), "no personal data in the trouble: {trouble}");
}

pub(crate) async fn an_envelope_that_cannot_be_read_is_set_aside(house: &House) {
    let mail = house.hearer("mail").await;
    let id = Uuid::now_v7();
    let at = "2027-01-11T09:00:00+00:00";
    let id_written = if mail.host.db.is_postgres() { format!("'{id}'") } else { format!("X'{}'", id.simple()) };
    mail.host
        .db
        .write
        .execute_unprepared(&format!(
            "INSERT INTO inbox (id, name, envelope, state, arrived_at, due, tries) \
             VALUES ({id_written}, 'test.counted.v1', '{{not json', 'waiting', '{at}', '{at}', 0)"
        ))
        .await
        .unwrap();
    set_aside(&mail, 1).await;
    let aside = mail.bus.set_aside().await.unwrap().remove(0);
    assert_eq!(aside.id.0, id);
    assert!(aside.trouble.contains("the envelope does not fit"), "{}", aside.trouble);
    assert_eq!(bus::export(&mail.host.db).await.unwrap(), ["{not json"]);
}

pub(crate) async fn a_name_of_a_later_release_is_set_aside_and_done_after_the_upgrade(house: &House) {
    let later = house.hearer_of_a_later_release("mail").await;
    let speaker = house.speaker().await;
    // The later release stores what it hears and is killed before it has done it.
    house.goes_wrong(1, Wrong::Retry(u32::MAX));
    speaker.say(&[CountedAnew { number: 1 }]).await;
    eventually("it was tried", async || tries(&later.host.db).await == [1]).await;
    later.kill().await;
    let earlier = house.hearer("mail").await;
    house.clock.advance(TimeDelta::minutes(1));
    set_aside(&earlier, 1).await;
    let aside = earlier.bus.set_aside().await.unwrap().remove(0);
    assert!(aside.trouble.contains("does not know test.counted.v2"), "{}", aside.trouble);
    earlier.stop().await;
    house.mended(1);
    let later = house.hearer_of_a_later_release("mail").await;
    assert!(later.bus.replay(aside.id).await.unwrap());
    recorded(&later, [1]).await;
}

pub(crate) async fn the_body_of_what_is_done_is_emptied_and_its_id_forgotten_after_a_month(house: &House) {
    let mail = house.hearer("mail").await;
    let speaker = house.speaker().await;
    let numbers: Vec<Counted> = (0..3).map(|number| Counted { number }).collect();
    speaker.say(&numbers).await;
    recorded(&mail, 0..3).await;
    settled(&mail).await;
    let bodies = select(&mail.host.db, "SELECT envelope FROM inbox").await.unwrap();
    assert_eq!(bodies.len(), 3);
    assert!(bodies.iter().all(|row| row.try_get::<String>("", "envelope").unwrap().is_empty()));
    settled(&speaker).await;
    house.clock.advance(TimeDelta::days(29));
    eventually("what was carried is forgotten", async || answers(&speaker).await.is_empty()).await;
    assert_eq!(tries(&mail.host.db).await.len(), 3, "a message that comes again is still recognised");
    house.clock.advance(TimeDelta::days(2));
    eventually("the ids are forgotten", async || tries(&mail.host.db).await.is_empty()).await;
}
