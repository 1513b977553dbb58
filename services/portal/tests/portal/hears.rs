use crate::world::{cancel, event, publish, signup, unpublish};
use chrono::DateTime;
use host::Host;
use host::testing::{KINDS, host};
use portal::availability::Signup;
use portal::coming::Listed;
use portal::store;
use proto::{Language, Localised};

async fn known(host: &Host) -> Vec<Listed> {
    store::event::ending_after(&host.db.read, DateTime::UNIX_EPOCH).await.expect("events")
}

#[tokio::test]
async fn news_that_arrive_in_another_order_end_in_the_same() {
    for kind in KINDS {
        for order in [[1, 2, 3], [1, 3, 2], [2, 1, 3], [2, 3, 1], [3, 1, 2], [3, 2, 1]] {
            let host = host(kind, portal::NAME).await;
            let first = event(1, "tomme-lokale", 3);
            let mut second = first.clone();
            second.revision = 2;
            second.title = Localised::from([(Language::Nn, "Nytt namn")]);
            for news in order {
                match news {
                    1 => publish(&host, &first).await,
                    2 => publish(&host, &second).await,
                    _ => cancel(&host, &first, 3).await,
                }
            }
            let known = known(&host).await;
            assert_eq!(known.len(), 1);
            assert_eq!(known[0].event, second, "{kind:?} {order:?}");
            assert!(known[0].cancelled, "{kind:?} {order:?}");
        }
    }
}

#[tokio::test]
async fn a_cancelled_event_that_is_published_anew_takes_place() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        let mut event = event(1, "tomme-lokale", 3);
        publish(&host, &event).await;
        cancel(&host, &event, 2).await;
        event.revision = 3;
        publish(&host, &event).await;
        cancel(&host, &event, 2).await;
        assert!(!known(&host).await[0].cancelled);
    }
}

#[tokio::test]
async fn what_is_off_the_public_pages_is_forgotten_until_it_is_published_again() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        let mut event = event(1, "tomme-lokale", 3);
        publish(&host, &event).await;
        unpublish(&host, &event, 2).await;
        publish(&host, &event).await;
        assert_eq!(known(&host).await, [], "what comes late brings nothing back");
        event.revision = 3;
        publish(&host, &event).await;
        unpublish(&host, &event, 2).await;
        assert_eq!(known(&host).await[0].event, event);
    }
}

#[tokio::test]
async fn the_newest_count_of_places_is_kept_even_when_it_comes_before_the_event() {
    for kind in KINDS {
        let host = host(kind, portal::NAME).await;
        let event = event(1, "tomme-lokale", 3);
        signup(&host, &event, 8, Some(3), Some(0)).await;
        signup(&host, &event, 7, Some(4), Some(0)).await;
        publish(&host, &event).await;
        let expected = Signup { open: true, places_left: Some(3), waiting: Some(0) };
        assert_eq!(known(&host).await[0].signup, Some(expected));
        signup(&host, &event, 9, None, None).await;
        assert_eq!(known(&host).await[0].signup, Some(Signup { open: true, places_left: None, waiting: None }));
    }
}
