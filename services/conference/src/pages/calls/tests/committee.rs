use super::browser::{Browser, CALL, COMMITTEE, browser, filled};
use crate::calls::State;
use crate::store::{call, speaker};
use crate::timetable::example;
use axum::http::StatusCode;
use host::testing::{KINDS, Kind};
use proto::account::Role;
use proto::conference::{ProposalAnswer, ProposalAnswered};
use proto::{Language, SessionId};

async fn proposed(kind: Kind) -> (Browser, String) {
    let mut browser = browser(kind).await;
    browser.post(CALL, &filled(&[])).await.is(StatusCode::SEE_OTHER);
    browser.account = Some((1, Role::Editor));
    let one = format!("{COMMITTEE}/{}", browser.proposals().await[0].id);
    (browser, one)
}

#[tokio::test]
async fn nobody_sees_what_others_think_before_they_have_said_it_themselves() {
    for kind in KINDS {
        let (mut browser, one) = proposed(kind).await;
        browser.get(COMMITTEE).await.is(StatusCode::OK).says("Torget som daglegstove");
        let review = |score, comment| [("do", "review"), ("score", score), ("comment", comment)];
        browser.post(&one, &review("5", "Framifrå døme")).await.is(StatusCode::SEE_OTHER);
        browser.account = Some((2, Role::Editor));
        browser.get(&one).await.says_not("Framifrå").says_not("5,0");
        browser.get(COMMITTEE).await.says_not("5,0");
        let none = browser.post(&one, &review("6", "Må kortast")).await;
        none.is(StatusCode::UNPROCESSABLE_ENTITY)
            .says("Må kortast")
            .says(&browser.says("conference-call-score-missing"));
        browser.post(&one, &review("4", "Må kortast")).await.is(StatusCode::SEE_OTHER);
        browser.get(&one).await.says("Framifrå").says("4,5");
        browser.get(COMMITTEE).await.says("4,5");
        // Somebody may change their mind.
        browser.post(&one, &review("3", "Må kortast")).await.is(StatusCode::SEE_OTHER);
        browser.get(&one).await.says("4,0");
        assert_eq!(browser.said::<ProposalAnswered>().await.len(), 1, "nobody outside is told");
    }
}

#[tokio::test]
async fn who_stands_too_close_neither_scores_nor_sees_nor_answers() {
    for kind in KINDS {
        let (mut browser, one) = proposed(kind).await;
        browser.post(&one, &[("do", "review"), ("score", "5"), ("comment", "Framifrå")]).await;
        browser.account = Some((2, Role::Editor));
        let close = [("do", "review"), ("score", "1"), ("conflict", "yes"), ("comment", "Søskenbarn")];
        browser.post(&one, &close).await.is(StatusCode::SEE_OTHER);
        browser.get(&one).await.says(&browser.says("conference-call-conflict-said")).says_not("Framifrå");
        for again in
            [[("do", "review"), ("score", "1")], [("do", "accept"), ("note", "")], [("do", "decline"), ("note", "")]]
        {
            browser.post(&one, &again).await.is(StatusCode::CONFLICT).says_not("Framifrå");
        }
        assert_eq!(browser.proposals().await[0].state(), State::Received);
        browser.account = Some((1, Role::Editor));
        browser.get(&one).await.says("5,0").says("Søskenbarn");
    }
}

#[tokio::test]
async fn an_accepted_proposal_is_a_session_of_the_draft_and_nothing_that_others_see_yet() {
    for kind in KINDS {
        let (browser, one) = proposed(kind).await;
        let before = browser.stored().await;
        for _ in 0..2 {
            browser.post(&one, &[("do", "accept"), ("note", "Velkomen!")]).await;
        }
        let after = browser.stored().await;
        assert_eq!(after.draft.sessions.len(), before.draft.sessions.len() + 1, "once, however often it is pressed");
        assert_eq!((after.draft_revision, after.released), (before.draft_revision + 1, before.released));
        let row = browser.proposals().await.remove(0);
        let session = after.draft.session(SessionId(row.session.unwrap())).unwrap();
        assert_eq!(session.title.get(Language::Nn), "Torget som daglegstove");
        assert_eq!(session.parts.len(), 2);
        let people = speaker::all(&browser.host.db.read, after.id).await.unwrap();
        let new = |name: &str| people.iter().find(|one| one.name == name).unwrap();
        assert!(new("Kari Prøve").consented_at.is_some());
        assert!(new("Odd Vik").consented_at.is_none() && new("Odd Vik").email.is_none());
        let said = browser.said::<ProposalAnswered>().await;
        let answers: Vec<_> = said.iter().map(|one| (one.answer, one.revision, one.note.as_deref())).collect();
        assert_eq!(answers, [(ProposalAnswer::Received, 1, None), (ProposalAnswer::Accepted, 2, Some("Velkomen!"))]);
        browser.get(&browser.own(&row)).await.says("Velkomen!").says(&browser.says("conference-call-is-accepted"));
        browser.get(&format!("/konferanse/byliv-2027/bolk/{}", session.id)).await.is(StatusCode::NOT_FOUND);
        browser
            .post(&browser.own(&row), &[("do", "withdraw"), ("sure", "yes")])
            .await
            .is(StatusCode::UNPROCESSABLE_ENTITY);
    }
}

#[tokio::test]
async fn a_no_may_become_a_yes() {
    for kind in KINDS {
        let (browser, one) = proposed(kind).await;
        let sessions = browser.stored().await.draft.sessions.len();
        for _ in 0..2 {
            browser.post(&one, &[("do", "decline"), ("note", "")]).await;
        }
        assert_eq!(browser.stored().await.draft.sessions.len(), sessions);
        browser.post(&one, &[("do", "accept"), ("note", "Likevel")]).await.is(StatusCode::SEE_OTHER);
        let answers: Vec<_> = browser.said::<ProposalAnswered>().await.into_iter().map(|one| one.answer).collect();
        assert_eq!(answers, [ProposalAnswer::Received, ProposalAnswer::Declined, ProposalAnswer::Accepted]);
    }
}

#[tokio::test]
async fn for_those_without_the_right_there_is_no_such_page() {
    for kind in KINDS {
        let (mut browser, one) = proposed(kind).await;
        for role in [Role::Reader, Role::Numbers] {
            browser.account = Some((3, role));
            browser.get(COMMITTEE).await.is(StatusCode::NOT_FOUND);
            browser.get(&one).await.is(StatusCode::NOT_FOUND);
            browser.post(&one, &[("do", "accept")]).await.is(StatusCode::NOT_FOUND);
            browser.post(COMMITTEE, &[]).await.is(StatusCode::NOT_FOUND);
        }
        browser.account = None;
        browser.get(&one).await.is(StatusCode::SEE_OTHER);
        browser.account = Some((1, Role::Editor));
        browser.get(&format!("{COMMITTEE}/{}", uuid::Uuid::nil())).await.is(StatusCode::NOT_FOUND);
        browser.get(&format!("{COMMITTEE}/x")).await.is(StatusCode::NOT_FOUND);
        browser.post_bare(&one, &[("do", "accept")]).await.is(StatusCode::FORBIDDEN);
        assert_eq!(browser.proposals().await[0].state(), State::Received);
    }
}

#[tokio::test]
async fn a_call_is_set_up_with_its_times_texts_and_questions() {
    for kind in KINDS {
        let mut browser = browser(kind).await;
        browser.account = Some((1, Role::Editor));
        let id = uuid::Uuid::from_u128(77).to_string();
        let form = |change: &[(&'static str, &'static str)]| {
            let mut all = vec![
                ("revision", "1".to_owned()),
                ("opens", "2027-01-10".to_owned()),
                ("opens-time", "9".to_owned()),
                ("closes", "2027-02-15".to_owned()),
                ("closes-time", "23.59".to_owned()),
                ("text-nn", "Kom <b>med</b> framlegg.".to_owned()),
                ("question-1-id", id.clone()),
                ("question-1-nn", "Kor lenge?".to_owned()),
            ];
            for (name, value) in change {
                all.retain(|(own, _)| own != name);
                all.push((name, (*value).to_owned()));
            }
            all
        };
        for (field, value, key) in [
            ("opens", "i morgon", "conference-plan-date-wrong"),
            ("opens-time", "25", "conference-plan-clock-wrong"),
            ("closes-time", "", "conference-plan-clock-wrong"),
            ("closes", "2027-01-10", ""),
            ("closes", "2027-01-09", "conference-call-closes-before-opening"),
            ("text-nn", "", "conference-call-text-missing"),
        ] {
            if key.is_empty() {
                continue;
            }
            let fields = form(&[(field, value)]);
            let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
            let answer = browser.post(COMMITTEE, &fields).await;
            answer.is(StatusCode::UNPROCESSABLE_ENTITY).says(&browser.says(key)).says("Kor lenge?");
        }
        // The clocks are put forward past half past two on this day.
        let skipped = form(&[("opens", "2027-03-28"), ("opens-time", "2.30"), ("closes", "2027-04-15")]);
        let skipped: Vec<_> = skipped.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let answer = browser.post(COMMITTEE, &skipped).await;
        answer.is(StatusCode::UNPROCESSABLE_ENTITY).says(&browser.says("conference-plan-skipped"));
        let fields = form(&[]);
        let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        for _ in 0..2 {
            browser.post(COMMITTEE, &fields).await.is(StatusCode::SEE_OTHER);
        }
        let kept = call::find(&browser.host.db.read, example::event().id.0).await.unwrap().unwrap();
        assert_eq!((kept.revision, kept.questions.0.len()), (2, 1));
        assert_eq!(kept.closes_at, example::at("2027-02-15T22:59:00Z"));
        browser.get(CALL).await.says("Kor lenge?").says("Kom &lt;b&gt;med");
        let stale = form(&[("text-nn", "Noko anna")]);
        let stale: Vec<_> = stale.iter().map(|(name, value)| (*name, value.as_str())).collect();
        browser.post(COMMITTEE, &stale).await.is(StatusCode::CONFLICT).says("Noko anna").says("Kom &lt;b&gt;med");
    }
}
