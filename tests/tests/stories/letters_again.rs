//! A letter that was refused, and what becomes of it when an organiser asks for it again.

use axum::http::StatusCode;
use proto::account::Role;
use tests::{WAYS, Webinar, World};

const LIST: &str = "/arrangor/pameldingar/torg";
const LETTERS: &str = "/arrangor/brev/torg";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whom_a_letter_that_is_sent_again_reaches_is_no_longer_shown_as_out_of_reach() {
    for way in WAYS {
        let world = World::begin(way).await;
        world.webinar(&Webinar::default()).await;
        world.sink.refuse("kari@example.no");
        world.sign_up("torg", "Kari", "kari@example.no").await;
        let mut organiser =
            world.organiser("organisator@distriktssenteret.example.no", "distriktssenteret", Role::Editor).await;
        let list = organiser.get(LIST).await.words();
        assert!(list.contains("Kom ikkje fram"), "{way:?}: {list}");

        // The mailbox was full and is so no longer.
        world.sink.refuse_nobody();
        let page = organiser.get(LETTERS).await;
        let (csrf, letter) = (page.value("csrf").expect("a form"), page.value("letter").expect("a letter"));
        let fields = [("csrf", csrf.as_str()), ("letter", letter.as_str())];
        for _ in 0..2 {
            let asked = organiser.post(&format!("{LETTERS}/pa-nytt"), &fields).await;
            assert!(matches!(asked.status, StatusCode::SEE_OTHER | StatusCode::NOT_FOUND), "{way:?}: {}", asked.body);
            world.settle().await;
        }
        let letters = world.sink.to("kari@example.no");
        assert_eq!(letters.len(), 1, "{way:?}: asked for twice, and sent once");
        assert_eq!(letters[0].subject(), "Du er påmeld: Torget som møteplass");
        let list = organiser.get(LIST).await.words();
        assert!(list.contains("kari@example.no") && !list.contains("Kom ikkje fram"), "{way:?}: {list}");
        world.end().await;
    }
}
