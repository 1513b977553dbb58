//! Signing up for a whole series.

use crate::address;
use crate::answers::Answers;
use crate::store::follower::{self, State};
use crate::store::series;
use bus::Work;
use proto::series::{Series, SeriesFollowed};
use proto::{FollowerId, Language};
use sea_orm::DbErr;
use uuid::Uuid;

/// Somebody who wants to be signed up for all that is ahead.
#[derive(Clone, Debug)]
pub struct Follow {
    /// The form's one-time id.
    pub form: Uuid,
    pub name: String,
    /// A valid address, as it was typed.
    pub email: String,
    pub language: Language,
    /// None of those that few may see.
    pub answers: Answers,
}

/// What came of it. The page says the same of all of them; a letter tells the owner of the address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Followed {
    /// They follow from now on.
    Now(FollowerId),
    /// The address does already.
    Already,
    /// The same form was answered before.
    Before,
}

/// Signs somebody up for a series. The dates that are ahead come after it is committed.
pub async fn follow(work: &Work, row: &series::Model, wanted: &Follow) -> Result<Followed, DbErr> {
    let form = wanted.form.to_string();
    if follower::by_form(&work.tx, &form).await?.is_some() {
        return Ok(Followed::Before);
    }
    let address = address::normalised(&wanted.email);
    let series = row.series()?;
    if let Some(known) = follower::by_address(&work.tx, row.id, &address).await? {
        work.say(&SeriesFollowed { repeated_at: Some(work.now), ..told(&known, series) });
        return Ok(Followed::Already);
    }
    let answers = serde_json::to_value(&wanted.answers).map_err(|error| DbErr::Json(error.to_string()))?;
    let follower = follower::Model {
        // Never one that somebody sends: links are made of it.
        id: Uuid::now_v7(),
        series_id: row.id,
        form,
        state: State::Active,
        generation: 0,
        name: wanted.name.clone(),
        email: wanted.email.clone(),
        address: Some(address),
        language: wanted.language.code().to_owned(),
        answers,
        created_at: work.now,
        left_at: None,
    };
    let fact = told(&follower, series);
    let id = follower.id();
    if !follower::insert(&work.tx, follower).await? {
        // At the same moment by the same person.
        return Ok(Followed::Before);
    }
    work.say(&fact);
    Ok(Followed::Now(id))
}

fn told(row: &follower::Model, series: Series) -> SeriesFollowed {
    SeriesFollowed {
        follower_id: row.id(),
        generation: row.generation(),
        series,
        name: row.name.clone(),
        email: row.email.clone(),
        language: row.language(),
        repeated_at: None,
    }
}
