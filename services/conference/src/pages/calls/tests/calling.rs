use super::browser::{CALL, browser, filled};
use crate::calls::State;
use crate::hears::Hearing;
use crate::retention::{delete_due, kept_until};
use crate::store::proposal;
use crate::tests::world::organisation;
use crate::timetable::example;
use axum::http::StatusCode;
use bus::Carrier;
use chrono::TimeDelta;
use host::testing::KINDS;
use proto::conference::{ProposalAnswer, ProposalAnswered};

#[tokio::test]
async fn a_proposal_comes_in_once_however_often_its_form_is_sent() {
    for kind in KINDS {
        let browser = browser(kind).await;
        browser.get(CALL).await.is(StatusCode::OK).says("Fortel oss noko.").says("Kva sit ein att med?");
        for _ in 0..3 {
            let answer = browser.post(CALL, &filled(&[])).await;
            assert_eq!(answer.header("location"), format!("{CALL}?motteke=1"));
        }
        browser.get(&format!("{CALL}?motteke=1")).await.says(&browser.says("conference-call-received-text"));
        let rows = browser.proposals().await;
        assert_eq!((rows.len(), rows[0].people.0.len(), rows[0].state()), (1, 2, State::Received));
        let said = browser.said::<ProposalAnswered>().await;
        assert_eq!(said.len(), 1);
        assert_eq!((said[0].answer, said[0].revision), (ProposalAnswer::Received, 1));
        assert_eq!((said[0].email.as_str(), said[0].name.as_str()), ("kari@kommune.example", "Kari Prøve"));
        // The same form with another text is nothing that was meant: it is asked about, with the text in it.
        let other = browser.post(CALL, &filled(&[("title", "Gata")])).await;
        other.is(StatusCode::CONFLICT).says("value=\"Gata\"").says(&browser.says("conference-call-sent-before"));
        assert_eq!(browser.proposals().await.len(), 1);
    }
}

#[tokio::test]
async fn what_is_wrong_is_told_beside_its_field_and_what_was_typed_is_kept() {
    for kind in KINDS {
        let browser = browser(kind).await;
        let long = "a".repeat(4_001);
        for (field, value, key) in [
            ("title", "  ", "conference-call-title-missing"),
            ("summary", "", "conference-call-summary-missing"),
            ("kind", "break", "conference-call-kind-missing"),
            ("track", "<script>", "conference-call-track-wrong"),
            ("person-1-name", "", "conference-call-name-missing"),
            ("person-1-email", "", "conference-call-email-missing"),
            ("person-2-email", "odd@@vik", "conference-call-email-wrong"),
            ("answer-00000000-0000-0000-0000-000000000001", "", "conference-call-answer-missing"),
        ] {
            let answer = browser.post(CALL, &filled(&[(field, value), ("person-1-role", "Plan<leggjar")])).await;
            answer.is(StatusCode::UNPROCESSABLE_ENTITY).says(&browser.says(key)).says("Plan&lt;leggjar");
            answer.says(&format!("href=\"#{field}\"")).says(&format!("id=\"{field}-error\""));
        }
        let answer = browser.post(CALL, &filled(&[("summary", &long)])).await;
        answer.is(StatusCode::UNPROCESSABLE_ENTITY).says(&long);
        let answer = browser.post_bare(CALL, &filled(&[])).await;
        answer.is(StatusCode::FORBIDDEN).says("Torget som daglegstove");
        let answer = browser.post(CALL, &filled(&[("nettstad", "https://spam.example")])).await;
        answer.is(StatusCode::UNPROCESSABLE_ENTITY).says("Torget som daglegstove").says("&lt;b&gt;feil");
        assert!(browser.proposals().await.is_empty());
        assert!(browser.said::<ProposalAnswered>().await.is_empty());
    }
}

#[tokio::test]
async fn a_call_takes_proposals_only_while_it_is_open() {
    for kind in KINDS {
        let browser = browser(kind).await;
        browser.host.clock.advance(-TimeDelta::days(2));
        browser.get(CALL).await.is(StatusCode::OK).says_not("name=\"title\"");
        browser.post(CALL, &filled(&[])).await.is(StatusCode::CONFLICT);
        browser.host.clock.advance(TimeDelta::days(20));
        browser.get(CALL).await.says(&browser.says("conference-call-over")).says_not("name=\"title\"");
        browser.post(CALL, &filled(&[])).await.is(StatusCode::CONFLICT);
        assert!(browser.proposals().await.is_empty());
        browser.get("/konferanse/finst-ikkje/framlegg").await.is(StatusCode::NOT_FOUND);
    }
}

#[tokio::test]
async fn those_who_sent_it_in_mend_it_while_the_call_is_open() {
    for kind in KINDS {
        let browser = browser(kind).await;
        browser.post(CALL, &filled(&[])).await;
        let own = browser.own(&browser.proposals().await[0]);
        let shown = browser.get(&own).await;
        shown.is(StatusCode::OK).says("Torget som daglegstove").says("value=\"Odd Vik\"");
        assert_eq!(shown.header("referrer-policy"), "no-referrer");
        let mended = filled(&[("title", "Torget no"), ("revision", "1"), ("person-2-name", "")]);
        browser.post(&own, &mended).await.is(StatusCode::SEE_OTHER);
        let row = browser.proposals().await.remove(0);
        assert_eq!((row.title.as_str(), row.people.0.len(), row.revision), ("Torget no", 1, 2));
        // Begun before that: both texts are shown, and nothing is written over.
        let stale = browser.post(&own, &filled(&[("title", "Torget då"), ("revision", "1")])).await;
        stale.is(StatusCode::CONFLICT).says("Torget då").says("Torget no");
        let wrong = browser.post(&own, &filled(&[("title", ""), ("revision", "2")])).await;
        wrong.is(StatusCode::UNPROCESSABLE_ENTITY).says(&browser.says("conference-call-title-missing"));
        assert_eq!(browser.proposals().await[0].title, "Torget no");
        browser.host.clock.advance(TimeDelta::days(20));
        browser.get(&own).await.says_not("name=\"title\"").says("Torget no");
        browser.post(&own, &filled(&[("revision", "2")])).await.is(StatusCode::CONFLICT);
        assert_eq!(browser.proposals().await[0].title, "Torget no");
    }
}

#[tokio::test]
async fn a_withdrawn_proposal_leaves_nothing_of_what_it_said() {
    for kind in KINDS {
        let browser = browser(kind).await;
        browser.post(CALL, &filled(&[])).await;
        let row = browser.proposals().await.remove(0);
        let own = browser.own(&row);
        let unsure = browser.post(&own, &[("do", "withdraw")]).await;
        unsure.is(StatusCode::UNPROCESSABLE_ENTITY).says(&browser.says("conference-call-withdraw-sure-missing"));
        for _ in 0..2 {
            browser.post(&own, &[("do", "withdraw"), ("sure", "yes")]).await.is(StatusCode::SEE_OTHER);
        }
        browser.get(&own).await.says(&browser.says("conference-call-is-withdrawn")).says_not("Kari");
        assert!(browser.proposals().await.is_empty());
        let left = proposal::find(&browser.host.db.read, row.id).await.unwrap().unwrap();
        assert_eq!((left.title.as_str(), left.people.0.len(), left.answers.0.len()), ("", 0, 0));
        // Going back in the browser and sending the form again does not bring it back.
        browser.post(CALL, &filled(&[])).await.is(StatusCode::SEE_OTHER);
        assert!(browser.proposals().await.is_empty());
    }
}

#[tokio::test]
async fn a_link_that_is_not_ours_says_nothing() {
    for kind in KINDS {
        let browser = browser(kind).await;
        browser.post(CALL, &filled(&[])).await;
        let row = browser.proposals().await.remove(0);
        let older = browser.host.keys.token(host::Purpose::Propose, row.id, 2);
        let other = browser.host.keys.token(host::Purpose::Manage, row.id, 1);
        for path in ["/framlegg/x", &format!("/framlegg/{older}"), &format!("/framlegg/{other}")] {
            browser.get(path).await.is(StatusCode::NOT_FOUND).says_not("Torget");
            browser.post(path, &filled(&[])).await.is(StatusCode::NOT_FOUND);
        }
        browser.post_bare(&browser.own(&row), &filled(&[])).await.is(StatusCode::FORBIDDEN);
    }
}

#[tokio::test]
async fn what_came_to_nothing_is_deleted_when_the_form_said_and_what_became_a_session_is_kept() {
    for kind in KINDS {
        let browser = browser(kind).await;
        let mut promised = organisation(&example::event().organisation, &[]);
        promised.retention_days = 200;
        crate::store::organisation::keep(&browser.host.db.write, promised).await.unwrap();
        browser.get(CALL).await.says("28. november 2027.");
        let states = [State::Received, State::Declined, State::Accepted, State::Withdrawn];
        for (n, state) in states.into_iter().enumerate() {
            let submission = format!("01900000-0000-7000-8000-00000000000{n}");
            browser.post(CALL, &filled(&[("submission", &submission)])).await;
            let row = browser.proposals().await.pop().unwrap();
            let row = proposal::Model { state: state.word().to_owned(), ..row };
            proposal::update(&browser.host.db.write, row).await.unwrap();
        }
        let (bus, _loops) = Hearing::listed(&browser.host, &Carrier::in_process()).start();
        let due = example::event().ends_at + TimeDelta::days(200);
        browser.host.clock.set(due - TimeDelta::seconds(1));
        delete_due(&browser.host, &bus).await.unwrap();
        assert_eq!(browser.proposals().await.len(), 3);
        browser.host.clock.set(due);
        for _ in 0..2 {
            delete_due(&browser.host, &bus).await.unwrap();
            let left: Vec<State> = browser.proposals().await.iter().map(proposal::Model::state).collect();
            assert_eq!(left, [State::Accepted]);
        }
        assert!(proposal::unused(&browser.host.db.read).await.unwrap().is_empty());
    }
}

#[test]
fn without_knowing_the_organisation_proposals_are_kept_for_a_year() {
    let ends_at = example::event().ends_at;
    assert_eq!(kept_until(ends_at, None), ends_at + TimeDelta::days(365));
    assert_eq!(kept_until(ends_at, Some(90)), ends_at + TimeDelta::days(90));
}

#[tokio::test]
async fn the_page_of_the_conference_leads_to_the_call_until_it_closes() {
    for kind in KINDS {
        let browser = browser(kind).await;
        let (event, link) = ("/konferanse/byliv-2027", format!("href=\"{CALL}\""));
        let says = |key: &str| browser.says(key);
        browser.host.clock.advance(-TimeDelta::days(2));
        browser
            .get(event)
            .await
            .says(&link)
            .says(&says("conference-public-call-read"))
            .says("Du kan sende inn framlegg frå");
        browser.host.clock.advance(TimeDelta::days(2));
        browser
            .get(event)
            .await
            .says(&link)
            .says(&says("conference-public-call-send"))
            .says("Du kan sende inn framlegg til");
        browser.host.clock.advance(TimeDelta::days(7));
        browser.get(event).await.is(StatusCode::OK).says_not(&link);
    }
}
