//! What each registration asks of each pool.

use proto::registration as message;
use sea_orm::QueryOrder;
use sea_orm::entity::prelude::*;

#[derive(Clone, Debug, PartialEq, DeriveEntityModel)]
#[sea_orm(table_name = "claim")]
pub struct Model {
    #[sea_orm(primary_key, auto_increment = false)]
    pub registration_id: Uuid,
    #[sea_orm(primary_key, auto_increment = false)]
    pub pool_id: Uuid,
    pub state: State,
    /// Order in the pool's queue.
    pub turn: i64,
}

#[derive(Copy, Clone, Debug, PartialEq, Eq, EnumIter, DeriveActiveEnum)]
#[sea_orm(rs_type = "String", db_type = "String(StringLen::None)", rename_all = "snake_case")]
pub enum State {
    Held,
    Waiting,
    Offered,
    Released,
    /// Wanted by somebody about whom the organisers have not decided, and counted nowhere.
    Wanted,
}

#[derive(Copy, Clone, Debug, EnumIter, DeriveRelation)]
pub enum Relation {}

impl ActiveModelBehavior for ActiveModel {}

impl State {
    /// What it counts as in the places of a pool.
    pub const fn counts(self) -> message::ClaimState {
        match self {
            Self::Held => message::ClaimState::Held,
            Self::Waiting => message::ClaimState::Waiting,
            Self::Offered => message::ClaimState::Offered,
            Self::Released | Self::Wanted => message::ClaimState::Released,
        }
    }

    /// What others are told.
    pub const fn told(self) -> message::ClaimState {
        match self {
            Self::Wanted => message::ClaimState::Waiting,
            other => other.counts(),
        }
    }
}

impl From<message::ClaimState> for State {
    fn from(state: message::ClaimState) -> Self {
        match state {
            message::ClaimState::Held => Self::Held,
            message::ClaimState::Waiting => Self::Waiting,
            message::ClaimState::Offered => Self::Offered,
            message::ClaimState::Released => Self::Released,
        }
    }
}

/// The claims of these registrations, in the order in which they were made.
pub async fn of_registrations(db: &impl ConnectionTrait, registrations: &[Uuid]) -> Result<Vec<Model>, DbErr> {
    let mut all = Vec::new();
    for ids in registrations.chunks(super::CHUNK) {
        let claims = Entity::find().filter(Column::RegistrationId.is_in(ids.iter().copied()));
        all.extend(claims.order_by_asc(Column::Turn).order_by_asc(Column::PoolId).all(db).await?);
    }
    Ok(all)
}
