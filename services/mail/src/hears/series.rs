//! People who are signed up for a whole series: a receipt with their own link, and what letters about its dates have besides.

use bus::{Failure, Hears, Work};
use chrono::{DateTime, DurationRound, TimeDelta};
use proto::series::{SeriesFollowed, SeriesLeft, SeriesTurnedAway};

use crate::planning::{Facts, Planned};
use crate::purpose::Purpose;
use crate::store::follower;
use crate::store::letter::{self, Owner};
use crate::{Mail, postbox};

impl Hears<SeriesFollowed> for Mail {
    /// One letter when somebody joins, and one an hour at most to whoever is signed up once more.
    async fn hear(&self, work: &Work, message: SeriesFollowed) -> Result<(), Failure> {
        if !follower::keep(&work.tx, &message).await? {
            return Ok(());
        }
        let id = message.follower_id;
        let rule = match message.repeated_at {
            None => id.to_string(),
            Some(at) => {
                let hour = at.duration_trunc(TimeDelta::hours(1)).unwrap_or(at);
                format!("{id}/{}", hour.timestamp())
            }
        };
        if letter::is_to_follower(&work.tx, &rule).await? {
            return Ok(());
        }
        let owner = Owner { registration: None, speaker: None, event: None, language: message.language };
        let facts = Facts::Followed {
            follower: id,
            organisation: message.series.organisation,
            again: message.repeated_at.is_some(),
        };
        let planned = Planned {
            purpose: Purpose::Followed,
            rule,
            computed_for: DateTime::UNIX_EPOCH,
            due: work.now,
            facts: Some(facts),
            skip: None,
        };
        letter::insert(&work.tx, vec![letter::plan(work, owner, planned)?]).await?;
        self.wake.notify_one();
        Ok(())
    }
}

impl Hears<SeriesTurnedAway> for Mail {
    /// One letter for each date, whatever is known yet of who it is and of what.
    async fn hear(&self, work: &Work, message: SeriesTurnedAway) -> Result<(), Failure> {
        let rule = format!("{}/{}", message.follower_id, message.event_id);
        if letter::is_to_follower(&work.tx, &rule).await? {
            return Ok(());
        }
        let owner =
            Owner { registration: None, speaker: None, event: Some(message.event_id), language: message.language };
        let planned = Planned {
            purpose: Purpose::TurnedAway,
            rule,
            computed_for: DateTime::UNIX_EPOCH,
            due: work.now,
            facts: Some(Facts::TurnedAway { follower: message.follower_id }),
            skip: None,
        };
        letter::insert(&work.tx, vec![letter::plan(work, owner, planned)?]).await?;
        self.wake.notify_one();
        Ok(())
    }
}

impl Hears<SeriesLeft> for Mail {
    async fn hear(&self, work: &Work, message: SeriesLeft) -> Result<(), Failure> {
        follower::leave(&work.tx, message.follower_id).await?;
        let letters = letter::erase_of_follower(&work.tx, message.follower_id).await?;
        work.forget(&[message.follower_id.0]);
        postbox::remove(&crate::folder(&self.host.settings), &letters).await;
        Ok(())
    }
}
