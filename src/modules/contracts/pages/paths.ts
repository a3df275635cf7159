export const contractPath = (id: string): string => `/contracts/${id}`
export const deliveryPath = (id: string): string => `/contracts/deliveries/${id}`
