use super::world::{FILE, SLUG, world};
use crate::copying::copy;
use crate::store::{conference, speaker};
use host::testing::KINDS;
use uuid::Uuid;

#[tokio::test]
async fn last_years_structure_and_people_are_taken_along_without_times() {
    for kind in KINDS {
        let world = world(kind).await;
        world.import(FILE).await;
        let programme = FILE.find("[programme]").unwrap();
        let next = FILE[..programme].replace("2027", "2028");
        let next = format!(
            "{next}\n[programme]\n[[programme.days]]\ndate = 2028-05-11\nopens = 08:00:00\ncloses = 18:00:00\n"
        );
        world.import(&next).await;
        let last = world.stored().await;
        let work = world.bus.begin().await.unwrap();
        let slug = SLUG.replace("2027", "2028");
        let into = conference::to_change(&work.tx, &slug).await.unwrap().unwrap();
        assert!(copy(&work, &last, &into, Uuid::now_v7()).await.unwrap());
        work.commit().await.unwrap();

        let work = world.bus.begin().await.unwrap();
        let into = conference::to_change(&work.tx, &slug).await.unwrap().unwrap();
        assert!(!copy(&work, &last, &into, Uuid::now_v7()).await.unwrap(), "what is planned is not written over");
        work.rollback().await;
        let (old, new) = (&last.draft, &into.draft);
        assert_eq!((new.days.len(), new.occurrences.len()), (1, 0));
        assert_eq!((new.venues.len(), new.walks.len(), new.tracks.len()), (2, 1, 2));
        assert_eq!(new.sessions.len(), old.sessions.len());
        for (then, now) in old.sessions.iter().zip(&new.sessions) {
            assert_eq!((&now.title, &now.description, now.chosen), (&then.title, &then.description, then.chosen));
            assert_ne!(now.id, then.id);
            assert!(now.needs.iter().all(|need| !need.answered), "an interpreter is ordered anew");
        }
        assert_eq!(new.sessions[1].track, Some(new.tracks[0].id));
        assert_eq!(new.walks[0].from, new.venues[0].id);
        let people = speaker::all(&world.host.db.read, into.id).await.unwrap();
        assert_eq!(people.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), ["Astrid Døme", "Bjørn Prøve"]);
        assert!(people.iter().all(|row| row.consented_at.is_none()), "people are asked anew");
        assert_eq!(new.sessions[0].parts[0].speaker.0, people[0].id);
        assert_eq!(world.stored().await, last, "last year's stays as it was");
    }
}
