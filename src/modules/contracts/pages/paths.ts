export const contractPath = (id: string): string => `/contracts/${id}`
export const deliveryPath = (id: string): string => `/contracts/deliveries/${id}`
export const DELIVER_PATH = '/deliver'
export const deliverPath = (contractId: string): string => `${DELIVER_PATH}/${contractId}`
export const awardPath = (awardId: string): string => `/contracts/awards/${awardId}`
