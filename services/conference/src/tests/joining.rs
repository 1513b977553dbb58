use super::visitor::{PATH, Visitor, released, visitor};
use super::world::registration;
use crate::store::conference;
use crate::timetable::example;
use axum::http::{StatusCode, header};
use host::Purpose;
use host::testing::KINDS;
use proto::conference::ConferenceJoined;
use proto::event::Form;
use proto::registration::{
    Registration, RegistrationAdmitted, RegistrationWaitlisted, RegistrationWithdrawn, State, Withdrawal,
};
use proto::{EventId, Language};
use uuid::Uuid;

const DURING: &str = "2027-05-11T07:10:00Z";

async fn joined(visitor: &Visitor) -> Vec<ConferenceJoined> {
    visitor.world.said_of().await
}

async fn admitted(visitor: &Visitor, form: Option<Form>) -> Registration {
    let registration = Registration { form, ..registration(example::event().id, 1, State::Admitted) };
    visitor.world.hear(RegistrationAdmitted { registration: registration.clone(), from_waiting_list: false }).await;
    registration
}

/// Pressing the button leads nowhere and counts nothing; the page says so with this key, also before.
async fn check_kept_out(visitor: &Visitor, path: &str, status: StatusCode, key: &str) {
    let before = joined(visitor).await.len();
    for answer in [visitor.get(path).await, visitor.press(path).await] {
        assert_eq!(answer.status, status, "{key}");
        let words = visitor.world.host.text.word(Language::Nn, key, &[]);
        assert!(answer.text.contains(&words), "the page does not say {words:?}: {}", answer.text);
        assert!(!answer.text.contains("mote.example.org"), "the page tells where the meeting is");
        assert!(!answer.text.contains("method=\"post\""), "there is a button");
        assert_eq!(answer.header(header::LOCATION), "");
        assert_eq!(answer.header(header::CACHE_CONTROL), "no-store");
    }
    assert_eq!(joined(visitor).await.len(), before);
}

#[tokio::test]
async fn looking_counts_nothing_and_pressing_leads_on() {
    for kind in KINDS {
        let visitor = released(kind).await;
        let person = admitted(&visitor, Some(Form::Online)).await;
        let path = visitor.join_path(&person);
        visitor.now(DURING);
        let page = visitor.get(&path).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(page.text.contains("Bli med på Bylivdagane 2027") && !page.text.contains("mote.example.org"));
        assert_eq!(
            (page.header(header::REFERRER_POLICY), page.header(header::CACHE_CONTROL)),
            ("no-referrer", "no-store")
        );
        assert!(!page.text.contains("og:url"), "its address is nobody else's");
        assert!(joined(&visitor).await.is_empty());
        for _ in 0..3 {
            let answer = visitor.press(&path).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER);
            assert_eq!(answer.header(header::LOCATION), super::visitor::MEETING);
        }
        let said = joined(&visitor).await;
        assert_eq!(said.len(), 1, "said the first time only");
        assert_eq!((said[0].registration_id, said[0].at), (person.id, example::at(DURING)));
    }
}

#[tokio::test]
async fn the_doors_open_each_day_around_what_is_sent() {
    for kind in KINDS {
        let visitor = released(kind).await;
        let path = visitor.join_path(&admitted(&visitor, None).await);
        // Only the welcome on the first day is sent: 9 to 10 in Oslo, with 15 minutes before and 60 after.
        for (now, key) in [
            ("2027-05-11T06:44:59Z", "conference-public-door-early"),
            ("2027-05-11T09:00:00Z", "conference-public-door-over"),
        ] {
            visitor.now(now);
            check_kept_out(&visitor, &path, StatusCode::OK, key).await;
        }
        visitor.now("2027-05-11T06:00:00Z");
        assert!(visitor.get(&path).await.text.contains("tysdag 11. mai 2027 kl. 08.45"));
        for now in ["2027-05-11T06:45:00Z", "2027-05-11T08:59:59Z"] {
            visitor.now(now);
            assert_eq!(visitor.press(&path).await.status, StatusCode::SEE_OTHER, "{now}");
        }
    }
}

#[tokio::test]
async fn without_a_programme_the_doors_are_open_as_long_as_the_conference() {
    for kind in KINDS {
        let visitor = visitor(kind).await;
        let path = visitor.join_path(&admitted(&visitor, None).await);
        visitor.now("2027-05-12T14:59:59Z");
        assert_eq!(visitor.press(&path).await.status, StatusCode::SEE_OTHER);
    }
}

#[tokio::test]
async fn who_is_kept_out_is_told_why() {
    for kind in KINDS {
        let visitor = released(kind).await;
        visitor.now(DURING);
        let here = visitor.join_path(&admitted(&visitor, Some(Form::InPerson)).await);
        check_kept_out(&visitor, &here, StatusCode::FORBIDDEN, "conference-public-door-in-person").await;

        let waiting = registration(example::event().id, 1, State::Waiting);
        visitor.world.hear(RegistrationWaitlisted { registration: waiting.clone(), position: 1 }).await;
        let path = visitor.join_path(&waiting);
        check_kept_out(&visitor, &path, StatusCode::FORBIDDEN, "conference-public-door-waiting").await;

        let mut gone = admitted(&visitor, Some(Form::Online)).await;
        (gone.revision, gone.state) = (2, State::Withdrawn);
        visitor
            .world
            .hear(RegistrationWithdrawn { registration: gone.clone(), why: Withdrawal::ByPerson, declined: None })
            .await;
        let path = visitor.join_path(&gone);
        check_kept_out(&visitor, &path, StatusCode::FORBIDDEN, "conference-public-door-withdrawn").await;

        let online = visitor.join_path(&admitted(&visitor, Some(Form::Online)).await);
        visitor.set(conference::Column::MeetingUrl, "").await;
        check_kept_out(&visitor, &online, StatusCode::OK, "conference-public-door-offline").await;
        visitor.set(conference::Column::Cancelled, true).await;
        visitor.set(conference::Column::Revision, 2_i64).await;
        check_kept_out(&visitor, &online, StatusCode::OK, "conference-public-door-cancelled-text").await;
    }
}

#[tokio::test]
async fn a_link_that_is_not_ours_tells_nothing() {
    for kind in KINDS {
        let visitor = released(kind).await;
        visitor.now(DURING);
        let person = admitted(&visitor, Some(Form::Online)).await;
        let keys = &visitor.world.host.keys;
        let stranger = registration(EventId(Uuid::now_v7()), 1, State::Admitted);
        for token in [
            "x".to_owned(),
            keys.token(Purpose::Manage, person.id.0, 1),
            keys.token(Purpose::Join, person.id.0, 2),
            keys.token(Purpose::Join, stranger.id.0, 1),
        ] {
            let path = format!("{PATH}/delta/{token}");
            check_kept_out(&visitor, &path, StatusCode::NOT_FOUND, "conference-public-door-unknown").await;
        }
    }
}
