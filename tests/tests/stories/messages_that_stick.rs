//! What an operator sees of messages that did not get through, and can do about them.

use bus::{Bus, Carrier};
use chrono::{TimeDelta, Utc};
use host::testing::{Kind, open};
use host::{Clock, Settings};
use lapin::options::BasicPublishOptions;
use lapin::{BasicProperties, Connection, ConnectionProperties};
use proto::event::EventCancelled;
use proto::{EventId, MessageId};
use std::time::{Duration, Instant};
use tests::process::command;
use tests::{Installation, Way};
use uuid::Uuid;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_did_not_get_through_is_listed_without_personal_data_and_tried_once_more() {
    let installation = Installation::begin(Way { database: Kind::Postgres, broker: true }, &[vec!["mail"]]).await;
    let settings = installation.settings();
    assert_eq!(installation.succeed(&["replay"]).await, "");

    let unsent = say_with_nobody_to_carry_it(settings).await;
    let unreadable = Uuid::now_v7();
    publish(settings, &crooked(unreadable), Some(unreadable)).await;
    publish(settings, "Kari Nordmann <kari@example.no>", None).await;
    let listed = listing(&installation, 3).await;
    let line = |word: &str| listed.lines().find(|line| line.contains(word)).expect(word).to_owned();

    let (aside, waiting, parked) = (line("set aside"), line("unsent"), line("parked"));
    assert!(aside.starts_with("mail ") && aside.contains(&unreadable.to_string()), "{aside}");
    assert!(aside.contains("registration.admitted.v1") && aside.contains("data does not fit"), "{aside}");
    assert!(waiting.starts_with("webinar ") && waiting.contains(&unsent.0.to_string()), "{waiting}");
    assert!(waiting.contains("event.cancelled.v1  5 min ago, 0 tries: nobody has tried"), "{waiting}");
    assert!(parked.starts_with("mail ") && parked.contains("without an id"), "{parked}");
    assert!(parked.contains("s ago: it cannot be stored: no id"), "{parked}");
    assert!(!listed.contains("Kari") && !listed.contains("example.no"), "{listed}");

    // One place or one service only.
    assert_eq!(installation.succeed(&["replay", "--parked"]).await.lines().count(), 1);
    assert_eq!(installation.succeed(&["replay", "--unsent", "--service", "mail"]).await, "");
    let doctor = command(settings, &["doctor"]).await;
    let said = String::from_utf8_lossy(&doctor.stdout).into_owned();
    assert!(said.contains("1 of what arrived could not even be stored; `moteplass replay --parked`"), "{said}");

    // One, wherever it lies; it is tried, and comes back as it is.
    let again = installation.succeed(&["replay", &unreadable.to_string()]).await;
    assert_eq!(again, "1 tried once more\n");
    let listed = listing(&installation, 3).await;
    assert!(listed.contains("1 try: data does not fit"), "{listed}");
    let missed = command(settings, &["replay", &Uuid::now_v7().to_string()]).await;
    assert!(!missed.status.success(), "what is not there is not passed over in silence");

    // All.
    assert_eq!(installation.succeed(&["replay", "--all"]).await, "3 tried once more\n");
    let carried = installation.succeed(&["replay", "--carried-since", "2027-01-11T09:00:00Z"]).await;
    assert_eq!(carried.lines().count(), migrations::SERVICES.len(), "{carried}");
    listing(&installation, 3).await;
    bus::amqp::remove(settings, &migrations::SERVICES).await.expect("the broker is tidied");
    installation.end().await;
}

/// The list, when it has so many lines.
async fn listing(installation: &Installation, lines: usize) -> String {
    let begun = Instant::now();
    loop {
        let listed = installation.succeed(&["replay"]).await;
        if listed.lines().count() == lines {
            return listed;
        }
        assert!(begun.elapsed() < Duration::from_secs(30), "not {lines} lines: {listed}");
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

/// A service has said something and stopped before it was carried, five minutes ago.
async fn say_with_nobody_to_carry_it(settings: &Settings) -> MessageId {
    let host = open(settings, "webinar", Clock::set_at(Utc::now() - TimeDelta::minutes(5))).await;
    let (bus, _nobody_runs_them) = Bus::build("webinar", &host, &Carrier::of(settings).expect("a carrier")).start();
    let work = bus.begin().await.expect("a transaction");
    work.say(&EventCancelled { event_id: EventId(Uuid::now_v7()), revision: 1, reason: None });
    work.commit().await.expect("a commit");
    bus::testing::said(&host.db).await[0].id
}

/// An envelope whose data are not those that its name promises.
fn crooked(id: Uuid) -> String {
    serde_json::json!({
        "specversion": "1.0", "id": id, "source": "/moteplass/registration", "type": "registration.admitted.v1",
        "subject": id, "time": "2027-01-11T09:00:00Z", "datacontenttype": "application/json",
        "data": { "registration": { "name": "Kari Nordmann", "email": "kari@example.no" } },
    })
    .to_string()
}

/// Puts something into the inbox of mail, as a stranger would.
async fn publish(settings: &Settings, body: &str, id: Option<Uuid>) {
    let address = settings.broker.as_deref().expect("a broker");
    let connection = Connection::connect(address, ConnectionProperties::default()).await.expect("a connection");
    let channel = connection.create_channel().await.expect("a channel");
    let mut properties = BasicProperties::default().with_delivery_mode(2);
    if let Some(id) = id {
        properties = properties.with_message_id(id.to_string().into());
    }
    let queue = format!("{}.mail.inbox", settings.namespace.as_deref().expect("a namespace"));
    let options = BasicPublishOptions::default();
    let sent = channel.basic_publish("".into(), queue.into(), options, body.as_bytes(), properties).await;
    sent.expect("sent").await.expect("taken");
    connection.close(200, "done".into()).await.expect("closed");
}
