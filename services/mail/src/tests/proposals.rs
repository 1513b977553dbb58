//! Letters to those who have proposed a session.

use chrono::TimeDelta;
use host::testing::KINDS;
use proto::conference::{ProposalAnswer, ProposalAnswered};
use proto::{Language, ProposalId};
use uuid::Uuid;

use super::programme::*;
use super::world::*;
use crate::purpose::{Purpose, State as Fate};
use crate::store::letter;

pub(super) fn answered(revision: u32, answer: ProposalAnswer, note: Option<&str>) -> ProposalAnswered {
    ProposalAnswered {
        proposal_id: ProposalId(Uuid::from_u128(700)),
        event_id: conference().id,
        revision,
        generation: 2,
        name: "Liv Døme".to_owned(),
        email: "liv@example.no".to_owned(),
        language: Language::Nn,
        title: "Butikken <i>".to_owned(),
        answer,
        note: note.map(str::to_owned),
    }
}

#[tokio::test]
async fn each_answer_is_one_letter_and_an_older_one_none() {
    for kind in KINDS {
        let world = World::new(kind).await;
        world.publish(&conference()).await;
        world.hear(answered(1, ProposalAnswer::Received, None)).await;
        world.hear(answered(1, ProposalAnswer::Received, None)).await;
        world.settle().await;
        let note = "Ta med\n\n<script>alert(1)</script> nokon.";
        world.hear(answered(3, ProposalAnswer::Accepted, Some(note))).await;
        world.hear(answered(2, ProposalAnswer::Declined, None)).await;
        let taken = world.taken().await;
        assert_eq!(
            world.subjects().await,
            ["Vi har fått framlegget ditt: Butikken <i>", "Framlegget ditt er med: Butikken <i>"]
        );
        let letter = mail(&taken[1].data);
        let (text, html) = (letter.body_text(0).unwrap(), letter.body_html(0).unwrap());
        let token = world.host.keys.token(host::Purpose::Propose, Uuid::from_u128(700), 2);
        assert!(text.contains(&format!("/framlegg/{token}")) && text.contains("<script>alert(1)</script> nokon."));
        assert!(html.contains("&lt;script&gt;") && !html.contains("<script>"), "{html}");
        assert_eq!(letter.reply_to().unwrap().first().unwrap().address(), Some("kari@distriktssenteret.example"));
        assert!(ics(&taken[1]).is_none());
        letter::forget_facts(&world.host.db.write, world.host.clock.now() + TimeDelta::seconds(1)).await.unwrap();
        for letter in world.letters().await.into_iter().filter(|letter| letter.purpose == Purpose::Proposal) {
            assert_eq!(letter.state, Fate::Sent);
            assert!(letter.facts.is_none() && letter.raw.is_none(), "name and address have no more use: {letter:?}");
        }
    }
}
